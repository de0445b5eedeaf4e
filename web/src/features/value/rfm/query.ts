import { queryOptions } from '@tanstack/react-query'

import { api } from '~/api/client'
import { unwrap } from '~/api/problem'
import { keysetOptions } from '~/lib/keyset'

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

export const thresholdsQuery = queryOptions({
  queryKey: [...valueKeys.all, 'thresholds'],
  queryFn: ({ signal }) => unwrap(api.GET('/api/v1/value/rfm/thresholds', { signal })),
})

export const versionsQuery = keysetOptions([...valueKeys.all, 'versions'], (cursor, signal) =>
  unwrap(
    api.GET('/api/v1/value/rfm/thresholds/versions', { params: { query: { cursor } }, signal }),
  ),
)
