import { type QueryClient, queryOptions } from '@tanstack/react-query'

import { api } from '~/api/client'
import { unwrap } from '~/api/problem'
import type { ServiceAccount } from '../types'

const KEY = ['admin', 'service-accounts'] as const

export const accountsQuery = queryOptions({
  queryKey: KEY,
  queryFn: ({ signal }) => unwrap(api.GET('/api/v1/service-accounts', { signal })),
})

export const accountQuery = (id: string) =>
  queryOptions({
    queryKey: [...KEY, id],
    queryFn: ({ signal }) => unwrap(api.GET('/api/v1/service-accounts/{account_id}', { params: { path: { account_id: id } }, signal })),
  })

/** What a key can be made for: it changes with the product only. */
export const operationsQuery = queryOptions({
  queryKey: [...KEY, 'operations'],
  queryFn: ({ signal }) => unwrap(api.GET('/api/v1/service-accounts/operations', { signal })),
  staleTime: 60 * 60_000,
})

/** The account as it stands after a change. */
export function noteAccount(client: QueryClient, account: ServiceAccount): void {
  client.setQueryData(accountQuery(account.id).queryKey, account)
  void client.invalidateQueries({ queryKey: KEY, exact: true })
}
