import { queryOptions } from '@tanstack/react-query'

import { api, intentKey } from '~/api/client'
import type { components } from '~/api/schema.gen'
import { unwrap } from '~/api/problem'
import { days, span } from '~/lib/range'
import type { AuditFilters } from '../query'

type Schemas = components['schemas']
export type SavedFilter = Schemas['AuditFilterOut']
export type SubjectPerson = Schemas['SubjectPersonOut']

export const FILTERS = ['audit-filters'] as const

export const savedFiltersQuery = queryOptions({
  queryKey: FILTERS,
  queryFn: ({ signal }) => unwrap(api.GET('/api/v1/audit/filters', { signal })),
})

export const subjectQuery = (customerId: string) =>
  queryOptions({
    queryKey: ['audit-subject', customerId],
    queryFn: ({ signal }) => unwrap(api.GET('/api/v1/audit/customers/{customer_id}', { params: { path: { customer_id: customerId } }, signal })),
    // Every look at it is recorded: coming back to the window is no look.
    refetchOnWindowFocus: false,
    staleTime: 60_000,
  })

const FIELDS = ['actor', 'object_type', 'object_id', 'customer_id', 'branch', 'outcome', 'request_id'] as const

/** A saved filter as the explorer's address holds it: days for instants, one action. */
export function filtersOf({ filters }: Pick<SavedFilter, 'filters'>): AuditFilters {
  const text = (value: string | string[] | undefined) => (Array.isArray(value) ? value[0] : value)
  const told: AuditFilters = { action: text(filters.action), ...days({ from: text(filters.from), to: text(filters.to) }) }
  for (const field of FIELDS) told[field] = text(filters[field])
  return told
}

/** Whether two filters find the same. */
export function sameFilters(a: AuditFilters, b: AuditFilters): boolean {
  const keys = [...FIELDS, 'action', 'from', 'to'] as const
  return keys.every((key) => (a[key] ?? '') === (b[key] ?? ''))
}

export interface Kept {
  name: string
  shared_with: string | null
  filters: AuditFilters
}

function bodyOf({ name, shared_with, filters }: Kept): Schemas['AuditFilterIn'] {
  const { action, outcome, from, to, ...others } = filters
  return {
    name,
    shared_with,
    // An outcome that the URL made up is the server's to refuse.
    filters: { ...others, ...span({ from, to }), action: action ? [action] : [], outcome: outcome as Schemas['AuditQuery']['outcome'] },
    version: 0,
  } as Schemas['AuditFilterIn']
}

export const filterCreate = (kept: Kept) => unwrap(api.POST('/api/v1/audit/filters', { headers: { 'Idempotency-Key': intentKey() }, body: bodyOf(kept) }))

export const filterUpdate = (id: string, kept: Kept, version: number) =>
  unwrap(api.PUT('/api/v1/audit/filters/{filter_id}', { params: { path: { filter_id: id } }, body: { ...bodyOf(kept), version } }))

export const filterRemove = (id: string) => unwrap(api.DELETE('/api/v1/audit/filters/{filter_id}', { params: { path: { filter_id: id } } }))
