import { queryOptions } from '@tanstack/react-query'

import { api } from '~/api/client'
import type { Outcome } from '~/api/models'
import { unwrap } from '~/api/problem'
import { keysetOptions } from '~/lib/keyset'
import { span } from '~/lib/range'

export interface AuditFilters {
  action?: string
  actor?: string
  object_type?: string
  object_id?: string
  customer_id?: string
  branch?: string
  outcome?: string
  from?: string
  to?: string
  request_id?: string
}

export const auditOptions = (filters: AuditFilters) =>
  keysetOptions(['audit', filters], (cursor, signal) => {
    // An outcome that the URL made up is the server's to refuse.
    const outcome = filters.outcome as Outcome | undefined
    const query = { ...filters, outcome, action: filters.action ? [filters.action] : undefined, ...span(filters), cursor, limit: 50 }
    return unwrap(api.GET('/api/v1/audit', { params: { query }, signal }))
  })

export const auditRecordQuery = (auditId: string) =>
  queryOptions({
    queryKey: ['audit-record', auditId],
    queryFn: ({ signal }) => unwrap(api.GET('/api/v1/audit/{audit_id}', { params: { path: { audit_id: auditId } }, signal })),
    // A sealed record never changes; one that is not sealed yet will be within half a minute.
    staleTime: (query) => (query.state.data?.seal ? Infinity : 15_000),
  })

export const facetsQuery = queryOptions({
  queryKey: ['audit-facets'],
  queryFn: () => unwrap(api.GET('/api/v1/audit/facets')),
  staleTime: 60 * 60_000,
})

export const peopleQuery = (q: string) =>
  queryOptions({
    queryKey: ['people', q],
    queryFn: ({ signal }) => unwrap(api.GET('/api/v1/users/lookup', { params: { query: { q } }, signal })),
    enabled: q.length >= 2,
    staleTime: 60_000,
  })
