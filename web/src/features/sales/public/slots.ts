import type { ComponentType } from 'react'

declare module '~/lib/feature' {
  interface Pieces {
    /** In the sales tab of a customer: what is advised. */
    customerSales: ComponentType<{ customerId: string }>
  }
}
