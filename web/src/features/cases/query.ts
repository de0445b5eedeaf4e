import { type QueryClient, queryOptions } from '@tanstack/react-query'

import { api, BACKGROUND } from '~/api/client'
import { unwrap } from '~/api/problem'
import { keysetOptions } from '~/lib/keyset'
import type { Case, CaseSearch, ListQuery } from './model'

export const caseKeys = {
  all: ['cases'] as const,
  lists: ['cases', 'list'] as const,
  counts: ['cases', 'counts'] as const,
  board: ['cases', 'board'] as const,
  one: (id: string) => ['case', id] as const,
}

/** What somebody looked for among cases is counted and recorded, so it runs again only after a change of one's own. */
const SEARCHES = ['case-search'] as const

/** The queue, or what words find within it: these stand in a body, never in an address. */
export const queueOptions = (query: ListQuery, words: string) => ({
  ...keysetOptions(words ? [...SEARCHES, words, query] : [...caseKeys.lists, query], (cursor, signal) =>
    words
      ? unwrap(api.POST('/api/v1/cases/search', { body: { ...query, scope: query.scope ?? 'open', q: words, cursor, limit: 50 } as CaseSearch, signal }))
      : unwrap(api.GET('/api/v1/cases', { params: { query: { ...query, cursor, limit: 50 } }, signal })),
  ),
  ...(words && { staleTime: Infinity, retry: false, refetchOnWindowFocus: false, refetchOnReconnect: false, refetchOnMount: false }),
})

/** What forms and filters choose from. */
export const caseOptionsQuery = queryOptions({
  queryKey: ['case-options'],
  queryFn: ({ signal }) => unwrap(api.GET('/api/v1/cases/options', { signal })),
  staleTime: 5 * 60_000,
})

export const casesOptions = (query: ListQuery) =>
  keysetOptions([...caseKeys.lists, query], (cursor, signal) => unwrap(api.GET('/api/v1/cases', { params: { query: { ...query, cursor, limit: 50 } }, signal })))

export const caseCountsQuery = (query: ListQuery) =>
  queryOptions({
    queryKey: [...caseKeys.counts, query],
    queryFn: ({ signal }) => unwrap(api.GET('/api/v1/cases/counts', { params: { query }, signal })),
  })

export const caseQuery = (case_id: string) =>
  queryOptions({
    queryKey: caseKeys.one(case_id),
    queryFn: ({ signal }) => unwrap(api.GET('/api/v1/cases/{case_id}', { params: { path: { case_id } }, signal })),
  })

export const activitiesOptions = (case_id: string) =>
  keysetOptions([...caseKeys.one(case_id), 'activities'], (cursor, signal) =>
    unwrap(api.GET('/api/v1/cases/{case_id}/activities', { params: { path: { case_id }, query: { cursor, limit: 50 } }, signal })),
  )

export const clocksQuery = (case_id: string) =>
  queryOptions({
    queryKey: [...caseKeys.one(case_id), 'clocks'],
    queryFn: ({ signal }) => unwrap(api.GET('/api/v1/cases/{case_id}/clocks', { params: { path: { case_id } }, signal })),
  })

export const colleaguesQuery = (case_id: string) =>
  queryOptions({
    queryKey: [...caseKeys.one(case_id), 'colleagues'],
    queryFn: ({ signal }) => unwrap(api.GET('/api/v1/cases/{case_id}/colleagues', { params: { path: { case_id } }, signal })),
  })

export const assigneesQuery = (case_id: string) =>
  queryOptions({
    queryKey: [...caseKeys.one(case_id), 'assignees'],
    queryFn: ({ signal }) => unwrap(api.GET('/api/v1/cases/{case_id}/assignees', { params: { path: { case_id } }, signal })),
    staleTime: 30_000,
  })

export const repliesQuery = queryOptions({
  queryKey: ['case-replies'],
  queryFn: ({ signal }) => unwrap(api.GET('/api/v1/case-replies', { signal })),
  staleTime: 60_000,
})

export const caseViewsQuery = queryOptions({
  queryKey: ['case-views'],
  queryFn: ({ signal }) => unwrap(api.GET('/api/v1/case-views', { signal })),
  staleTime: 60_000,
})

export const boardQuery = queryOptions({
  queryKey: caseKeys.board,
  queryFn: ({ signal }) => unwrap(api.GET('/api/v1/cases/board', { signal, headers: BACKGROUND })),
  refetchInterval: 60_000,
})

/** The case as it stands after a change; lists, log and clocks are asked for again. */
export function noteCase(client: QueryClient, one: Case): void {
  client.setQueryData(caseQuery(one.id).queryKey, one)
  void client.invalidateQueries({ queryKey: [...caseKeys.one(one.id), 'activities'] })
  void client.invalidateQueries({ queryKey: [...caseKeys.one(one.id), 'clocks'] })
  forgetLists(client)
  forgetSearches(client)
}

/** After a change of one's own, what was found is asked for again. */
export function forgetSearches(client: QueryClient): void {
  void client.invalidateQueries({ queryKey: SEARCHES })
}

/** Every list of cases, wherever it stands. */
export function forgetLists(client: QueryClient): void {
  void client.invalidateQueries({ queryKey: caseKeys.all })
}
