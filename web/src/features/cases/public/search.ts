import { queryOptions } from '@tanstack/react-query'

import { api } from '~/api/client'
import { unwrap } from '~/api/problem'
import type { CaseSearch } from '../model'

/** A few cases of any age, by number or its end and by customer; counted and recorded like a search of customers, so it never runs again by itself. */
export const caseSearchQuery = (q: string, limit: number) =>
  queryOptions({
    queryKey: ['case-search', 'few', q, limit],
    queryFn: ({ signal }) => unwrap(api.POST('/api/v1/cases/search', { body: { q, limit } as CaseSearch, signal })),
    staleTime: Infinity,
    gcTime: 10 * 60_000,
    retry: false,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
    refetchOnMount: false,
  })
