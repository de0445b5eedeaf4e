import { queryOptions } from '@tanstack/react-query'

import { api } from '~/api/client'
import { unwrap } from '~/api/problem'
import { keysetOptions } from '~/lib/keyset'
import type { UsersQuery } from './types'

export const adminKeys = {
  users: ['admin', 'users'] as const,
  user: (id: string) => ['admin', 'user', id] as const,
  roles: ['admin', 'roles'] as const,
  grants: ['admin', 'grants'] as const,
}

export interface UserFilters {
  q?: string
  role?: string
  status?: string
  branch?: string
  unit?: string
  sort?: string
}

export const usersOptions = ({ q, role, status, branch, unit, sort }: UserFilters) =>
  keysetOptions([...adminKeys.users, { q, role, status, branch, unit, sort }], (cursor, signal) => {
    // What the URL made up is the server's to refuse.
    const query: UsersQuery = { q, role, status: status as UsersQuery['status'], branch, unit, sort: sort as UsersQuery['sort'], cursor, limit: 50 }
    return unwrap(api.GET('/api/v1/users', { params: { query }, signal }))
  })

const one = (id: string) => ({ path: { user_id: id } })

export const userQuery = (id: string) =>
  queryOptions({
    queryKey: adminKeys.user(id),
    queryFn: ({ signal }) => unwrap(api.GET('/api/v1/users/{user_id}', { params: one(id), signal })),
  })

export const userSessionsQuery = (id: string) =>
  queryOptions({
    queryKey: [...adminKeys.user(id), 'sessions'],
    queryFn: ({ signal }) => unwrap(api.GET('/api/v1/users/{user_id}/sessions', { params: one(id), signal })),
  })

export const identitiesQuery = (id: string) =>
  queryOptions({
    queryKey: [...adminKeys.user(id), 'identities'],
    queryFn: ({ signal }) => unwrap(api.GET('/api/v1/users/{user_id}/identities', { params: one(id), signal })),
  })

export const rolesQuery = queryOptions({
  queryKey: adminKeys.roles,
  queryFn: ({ signal }) => unwrap(api.GET('/api/v1/roles', { signal })),
})

export const grantsQuery = queryOptions({
  queryKey: adminKeys.grants,
  queryFn: ({ signal }) => unwrap(api.GET('/api/v1/grants', { signal })),
})

export const revisionsOptions = () =>
  keysetOptions([...adminKeys.grants, 'revisions'], (cursor, signal) => unwrap(api.GET('/api/v1/grants/revisions', { params: { query: { cursor } }, signal })))
