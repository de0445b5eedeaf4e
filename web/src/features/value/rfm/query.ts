import { queryOptions } from '@tanstack/react-query'

import { api } from '~/api/client'
import { unwrap } from '~/api/problem'
import { keysetOptions } from '~/lib/keyset'
import { SEGMENTS } from './segments'

export const valueKeys = { all: ['value'] as const, card: (id: string) => ['value', 'card', id] as const }

export const rfmQuery = (customerId: string) =>
  queryOptions({
    queryKey: valueKeys.card(customerId),
    queryFn: ({ signal }) =>
      unwrap(
        api.GET('/api/v1/customers/{customer_id}/rfm', {
          params: { path: { customer_id: customerId } },
          signal,
        }),
      ),
  })

export const distributionQuery = (branch: string | undefined) =>
  queryOptions({
    queryKey: [...valueKeys.all, 'distribution', branch],
    queryFn: ({ signal }) =>
      unwrap(api.GET('/api/v1/value/rfm/distribution', { params: { query: { branch } }, signal })),
  })

export const migrationsQuery = (
  branch: string | undefined,
  since: string | undefined,
  until: string | undefined,
) =>
  queryOptions({
    queryKey: [...valueKeys.all, 'migrations', branch, since, until],
    queryFn: ({ signal }) =>
      unwrap(
        api.GET('/api/v1/value/rfm/migrations', {
          params: { query: { branch, since, until } },
          signal,
        }),
      ),
  })

/** What narrows the customers who moved, as the address says it; `move` names both segments. */
export interface MoveFilters {
  move?: string
  branch?: string
  from?: string
  to?: string
}

/** Both segments of a move; either may be left open. */
export function segmentsOf({ move }: MoveFilters) {
  const [before, after] = (move ?? '').split('>').map((code) => SEGMENTS.find((each) => each === code))
  return { before, after }
}

export const movesOptions = (filters: MoveFilters) => {
  const query = { ...segmentsOf(filters), branch: filters.branch, since: filters.from, until: filters.to }
  return keysetOptions([...valueKeys.all, 'moved', query], (cursor, signal) =>
    unwrap(api.GET('/api/v1/value/rfm/moves', { params: { query: { ...query, cursor, limit: 50 } }, signal })),
  )
}

export const thresholdsQuery = queryOptions({
  queryKey: [...valueKeys.all, 'thresholds'],
  queryFn: ({ signal }) => unwrap(api.GET('/api/v1/value/rfm/thresholds', { signal })),
})

export const versionsQuery = keysetOptions([...valueKeys.all, 'versions'], (cursor, signal) =>
  unwrap(
    api.GET('/api/v1/value/rfm/thresholds/versions', { params: { query: { cursor } }, signal }),
  ),
)
