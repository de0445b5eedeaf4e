import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'

import { api } from '~/api/client'
import type { SearchPage, SearchQuery } from '~/api/models'
import { unwrap } from '~/api/problem'

export interface SearchFilters {
  branch?: string
  segment?: string
  status?: string
  vip?: string
  rfm?: string
}

/** The least that is worth a search; identifiers and phones are longer, names of two letters exist. */
export const MIN_QUERY = 2
export const REST_MS = 400

export const normalise = (text: string) => text.trim().replace(/\s+/g, ' ')

// A filter that the URL made up is the server's to refuse.
const query = (q: string, { vip, ...filters }: SearchFilters, limit: number, cursor: string | null) =>
  ({ q, ...filters, vip: vip === 'yes' ? true : undefined, limit, cursor: cursor ?? undefined }) as SearchQuery

/** One submitted search. It is counted and audited, so it never runs again by itself. */
export const searchOptions = (q: string, filters: SearchFilters, limit = 20) =>
  infiniteQueryOptions({
    queryKey: ['search', q, filters, limit],
    queryFn: ({ pageParam, signal }) =>
      unwrap(
        api.POST('/api/v1/customers/search', { body: query(q, filters, limit, pageParam), signal }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (last: SearchPage) => last.next_cursor,
    staleTime: Infinity,
    gcTime: 10 * 60_000,
    retry: false,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
    refetchOnMount: false,
  })

export const recentQuery = queryOptions({
  queryKey: ['recent'],
  queryFn: () => unwrap(api.GET('/api/v1/customers/recent')),
  staleTime: 30_000,
})
