/* What the page of the search leaves to others. */
import type { ComponentType } from 'react'

declare module '~/lib/feature' {
  interface Pieces {
    /** Beside the list: one customer at a glance. */
    customerPeek: ComponentType<{ customerId: string; onClose: () => void; onOpen: () => void }>
    /** Beneath the customers whom the words of a search name: what else they name. */
    searchFound: ComponentType<{ q: string }>
    /** Under the search: what waits for this user. */
    customerWork: ComponentType
  }
}
