import { queryOptions } from '@tanstack/react-query'

import { api } from '~/api/client'
import { unwrap } from '~/api/problem'
import { keysetOptions } from '~/lib/keyset'

export const settingsQuery = queryOptions({
  queryKey: ['admin', 'settings'] as const,
  queryFn: ({ signal }) => unwrap(api.GET('/api/v1/settings', { signal })),
})

export const settingRevisionsOptions = () =>
  keysetOptions([...settingsQuery.queryKey, 'revisions'], (cursor, signal) => unwrap(api.GET('/api/v1/settings/revisions', { params: { query: { cursor } }, signal })))
