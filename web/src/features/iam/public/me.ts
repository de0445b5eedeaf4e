import { queryOptions, useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'

import { api } from '~/api/client'
import type { Me, Preferences } from '~/api/models'
import { unwrap } from '~/api/problem'

export const meQuery = queryOptions({
  queryKey: ['me'],
  queryFn: () => unwrap(api.GET('/api/v1/me')),
  // Without a connection the first page says so instead of waiting.
  networkMode: 'always',
  staleTime: 5 * 60_000,
})

/** The signed-in user; the app route has loaded it before anything below renders. */
export const useMe = (): Me => useSuspenseQuery(meQuery).data

export const branchesQuery = queryOptions({
  queryKey: ['branches'],
  queryFn: () => unwrap(api.GET('/api/v1/branches')),
  staleTime: 60 * 60_000,
})

/** Keeps language and theme with the account; the screen has changed before the answer comes. */
export function useSavePreferences() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: Partial<Preferences>) => unwrap(api.PATCH('/api/v1/me/preferences', { body })),
    onMutate: (body) => {
      client.setQueryData(meQuery.queryKey, (me) => me && { ...me, preferences: { ...me.preferences, ...body } })
    },
    // Names of roles are the server's to write; asked for earlier, the answer would still hold the old choice.
    onSuccess: (_, body) => (body.language ? client.invalidateQueries({ queryKey: meQuery.queryKey }) : undefined),
  })
}
