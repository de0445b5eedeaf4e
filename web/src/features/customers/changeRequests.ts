import { api } from '~/api/client'
import type { RequestStatus } from '~/api/models'
import { unwrap } from '~/api/problem'
import { keysetOptions } from '~/lib/keyset'

interface Filters {
  customer_id?: string
  status?: RequestStatus
}

export const changeRequestsOptions = (filters: Filters) =>
  keysetOptions(['change-requests', filters], (cursor, signal) =>
    unwrap(api.GET('/api/v1/change-requests', { params: { query: { ...filters, cursor, limit: 50 } }, signal })),
  )
