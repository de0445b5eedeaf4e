/* What the page of the search leaves to others. */
import type { ComponentType } from 'react'

declare module '~/lib/feature' {
  interface Pieces {
    /** Beside the list: one customer at a glance. */
    customerPeek: ComponentType<{ customerId: string; onClose: () => void; onOpen: () => void }>
    /** Under the search: what waits for this user. */
    customerWork: ComponentType
  }
}
