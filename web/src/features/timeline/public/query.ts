import { api } from '~/api/client'
import { unwrap } from '~/api/problem'
import { keysetOptions } from '~/lib/keyset'
import { span } from '~/lib/range'

export interface TimelineFilters {
  kind?: string[]
  from?: string
  to?: string
}

export const timelineOptions = (customerId: string, filters: TimelineFilters) =>
  keysetOptions(['timeline', customerId, filters], (cursor, signal) =>
    unwrap(
      api.GET('/api/v1/customers/{customer_id}/timeline', {
        params: { path: { customer_id: customerId }, query: { kind: filters.kind, ...span(filters), cursor, limit: 50 } },
        signal,
      }),
    ),
  )
