import { queryOptions, type QueryClient } from '@tanstack/react-query'

import { api } from '~/api/client'
import { unwrap } from '~/api/problem'
import { keysetOptions } from '~/lib/keyset'
import type { RoleExceptionsQuery } from '../types'

const KEY = ['admin', 'role-conflicts'] as const

export interface ConflictFilters {
  tab?: string
  pair?: string
  /** Of holders: with an exception or without. Of exceptions: open or ended. */
  state?: string
  sort?: string
}

export const conflictsQuery = queryOptions({
  queryKey: [...KEY, 'pairs'],
  queryFn: ({ signal }) => unwrap(api.GET('/api/v1/role-conflicts', { signal })),
})

export const holdersQuery = ({ pair, state }: ConflictFilters) =>
  queryOptions({
    queryKey: [...KEY, 'holders', { pair, state }],
    queryFn: ({ signal }) => {
      const excepted = state === 'EXCEPTED' ? true : state === 'VIOLATING' ? false : undefined
      return unwrap(api.GET('/api/v1/role-conflicts/holders', { params: { query: { conflict_id: pair, excepted } }, signal }))
    },
  })

export const exceptionsOptions = ({ pair, state, sort, user }: ConflictFilters & { user?: string }) =>
  keysetOptions([...KEY, 'exceptions', { pair, state, sort, user }], (cursor, signal) => {
    // What the URL made up is the server's to refuse.
    const query: RoleExceptionsQuery = { conflict_id: pair, user_id: user, state: state as RoleExceptionsQuery['state'], sort: sort as RoleExceptionsQuery['sort'], cursor, limit: 50 }
    return unwrap(api.GET('/api/v1/role-exceptions', { params: { query }, signal }))
  })

/** Everything on incompatible roles is read again. */
export const renewConflicts = (client: QueryClient) => void client.invalidateQueries({ queryKey: KEY })
