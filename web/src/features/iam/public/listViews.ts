import { queryOptions } from '@tanstack/react-query'

import { api } from '~/api/client'
import { unwrap } from '~/api/problem'
import type { components } from '~/api/schema.gen'

export type ListView = components['schemas']['ListViewOut']
/** The filters of a list as the address says them; `saved` names the view that they came from. */
export type ListFilters = Record<string, string | undefined>

export const listViewsQuery = (list: string) =>
  queryOptions({
    queryKey: ['list-views', list],
    queryFn: () => unwrap(api.GET('/api/v1/list-views', { params: { query: { list_key: list } } })),
    staleTime: 60_000,
  })

/** What a view saves: everything chosen but the view itself. */
export const chosenFilters = ({ saved: _, ...filters }: ListFilters): Record<string, string> =>
  Object.fromEntries(
    Object.entries(filters).filter((entry): entry is [string, string] => Boolean(entry[1])),
  )

/** The same rows, in whatever order the filters were chosen. */
export const areSameFilters = (one: ListFilters, other: ListFilters) => {
  const [first, second] = [chosenFilters(one), chosenFilters(other)]
  const names = Object.keys(first)
  return (
    names.length === Object.keys(second).length &&
    names.every((name) => first[name] === second[name])
  )
}
