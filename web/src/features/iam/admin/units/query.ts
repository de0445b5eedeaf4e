import { queryOptions } from '@tanstack/react-query'

import { api } from '~/api/client'
import { unwrap } from '~/api/problem'

export const unitKeys = { all: ['admin', 'units'] as const, one: (code: string) => ['admin', 'unit', code] as const, branches: ['admin', 'branches'] as const }

export const unitsQuery = (q: string) =>
  queryOptions({
    queryKey: [...unitKeys.all, q],
    queryFn: ({ signal }) => unwrap(api.GET('/api/v1/units', { params: { query: { q: q || undefined } }, signal })),
  })

export const unitQuery = (code: string) =>
  queryOptions({
    queryKey: unitKeys.one(code),
    queryFn: ({ signal }) => unwrap(api.GET('/api/v1/units/{code}', { params: { path: { code } }, signal })),
  })

export const branchRowsQuery = (q: string) =>
  queryOptions({
    queryKey: [...unitKeys.branches, q],
    queryFn: ({ signal }) => unwrap(api.GET('/api/v1/organisation/branches', { params: { query: { q: q || undefined } }, signal })),
  })
