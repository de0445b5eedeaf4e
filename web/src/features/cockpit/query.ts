import { queryOptions } from '@tanstack/react-query'

import { api } from '~/api/client'
import { unwrap } from '~/api/problem'
import type { components, paths } from '~/api/schema.gen'
import { keysetOptions } from '~/lib/keyset'

type Schemas = components['schemas']
export type Cockpit = Schemas['CockpitOut']
export type PortfolioRow = Schemas['PortfolioRowOut']
type PortfolioQuery = NonNullable<
  paths['/api/v1/cockpit/portfolio']['get']['parameters']['query']
>

/** What narrows and orders the portfolio, as the address says it. */
export interface PortfolioFilters {
  show?: string
  sort?: string
}

export const SHOWS = ['all', 'quiet', 'tasks', 'leads'] as const
export type Show = (typeof SHOWS)[number]

export const showOf = (filters: PortfolioFilters): Show =>
  SHOWS.find((each) => each === filters.show) ?? 'all'

export const cockpitQuery = queryOptions({
  queryKey: ['cockpit'],
  queryFn: ({ signal }) => unwrap(api.GET('/api/v1/cockpit', { signal })),
})

export const portfolioOptions = (filters: PortfolioFilters, limit = 50) => {
  const query = { show: showOf(filters), sort: filters.sort as PortfolioQuery['sort'] }
  return keysetOptions(['cockpit', 'portfolio', query, limit], (cursor, signal) =>
    unwrap(
      api.GET('/api/v1/cockpit/portfolio', {
        params: { query: { ...query, cursor, limit } },
        signal,
      }),
    ),
  )
}
