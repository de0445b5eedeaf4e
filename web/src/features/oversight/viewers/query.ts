import { api } from '~/api/client'
import { unwrap } from '~/api/problem'
import type { components, paths } from '~/api/schema.gen'
import { dayKey } from '~/lib/format'
import { keysetOptions } from '~/lib/keyset'

type Schemas = components['schemas']
type ViewersQuery = NonNullable<paths['/api/v1/audit/customers/{customer_id}/viewers']['get']['parameters']['query']>
export type Report = Schemas['CustomerViewersOut']
export type Viewer = Schemas['ViewerOut']
export type ViewerWay = Viewer['ways'][number]

export interface ReportFilters {
  customer?: string
  day?: string
  at?: string
  way?: string[]
  role?: string
  place?: string
  did?: string
  sort?: string
}

export const today = () => dayKey(new Date())

/** What the report is asked by, of the address; a day that it does not name is today. */
export const asked = ({ day, at, way, role, place, did, sort }: ReportFilters) =>
  // What the address made up is the server's to refuse.
  ({ day: day ?? today(), at, way, role, place, did: did === 'true' || undefined, sort }) as ViewersQuery

export const viewersOptions = (customerId: string, filters: ReportFilters) => ({
  ...keysetOptions(['customer-viewers', customerId, asked(filters)], (cursor, signal) =>
    unwrap(
      api.GET('/api/v1/audit/customers/{customer_id}/viewers', {
        params: { path: { customer_id: customerId }, query: { ...asked(filters), cursor, limit: 50 } },
        signal,
      }),
    ),
  ),
  // Every asking is recorded: coming back to the window asks nothing.
  refetchOnWindowFocus: false,
  staleTime: 60_000,
})
