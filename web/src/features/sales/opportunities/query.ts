import { queryOptions, type QueryClient } from '@tanstack/react-query'

import { api } from '~/api/client'
import { unwrap } from '~/api/problem'
import type { components, paths } from '~/api/schema.gen'
import { keysetOptions } from '~/lib/keyset'
import { type Board, CLOSED, extend, place, type Reader } from '../board/model'
import type { MoveGiven } from '../leads/query'
import { isClosed, type Move, type Opportunity } from '../model'
import { forgetCustomerSales, salesKeys } from '../query'

type Schemas = components['schemas']
type ListQuery = NonNullable<paths['/api/v1/opportunities']['get']['parameters']['query']>
type BoardQuery = NonNullable<paths['/api/v1/opportunities/board']['get']['parameters']['query']>

/** What narrows opportunities, as the address says it. */
export interface OpportunityFilters {
  stage?: string
  mine?: string
  owner?: string
  branch?: string
  customer?: string
  month?: string
  closed?: string
  sort?: string
  /** The saved view that these came from. */
  saved?: string
}

/** What a saved view may hold: one customer's opportunities are none. */
export const savable = ({ customer: _, ...filters }: OpportunityFilters) => filters

export const OPPORTUNITY_SORTS = ['closing', '-created', '-value', 'stage_since'] as const

export const isFiltered = ({
  stage,
  mine,
  owner,
  branch,
  customer,
  month,
  closed,
}: OpportunityFilters) => Boolean(stage ?? mine ?? owner ?? branch ?? customer ?? month ?? closed)

const boardFilters = (filters: OpportunityFilters) =>
  ({
    mine: filters.mine === 'yes' || undefined,
    assigned_to: filters.owner,
    branch: filters.branch,
    customer_id: filters.customer,
    closing_month: filters.month,
  }) as BoardQuery

export const listQuery = (filters: OpportunityFilters): ListQuery =>
  ({
    ...boardFilters(filters),
    stage: filters.stage,
    closed: filters.closed,
    sort: filters.sort,
  }) as ListQuery

const page = (query: ListQuery, cursor: string | undefined, signal?: AbortSignal) =>
  unwrap(
    api.GET('/api/v1/opportunities', {
      params: { query: { ...query, cursor, limit: 50 } },
      signal,
    }),
  )

/** The list; words that it is searched by go in the body, and into no address. */
export const opportunitiesOptions = (filters: OpportunityFilters, q: string) => {
  const query = listQuery(filters)
  return keysetOptions([...salesKeys.opportunityLists, query, q], (cursor, signal) =>
    q
      ? unwrap(
          api.POST('/api/v1/opportunities/search', {
            body: { ...query, q, cursor, limit: 50 } as Schemas['OpportunitySearchIn'],
            signal,
          }),
        )
      : page(query, cursor, signal),
  )
}

export const opportunityReader: Reader<Opportunity> = {
  state: (one) => one.stage,
  value: (one) => Number(one.estimated_value),
  weighted: (one) => Number(one.weighted_value),
  moved: (one, to) => ({ ...one, stage: to as Opportunity['stage'], own_state: null }),
}

export const opportunityBoardQuery = (filters: OpportunityFilters) => {
  const query = boardFilters(filters)
  return queryOptions({
    queryKey: [...salesKeys.opportunityBoards, query],
    queryFn: async ({ signal }): Promise<Board<Opportunity>> => {
      const { columns } = await unwrap(
        api.GET('/api/v1/opportunities/board', { params: { query }, signal }),
      )
      // Those that have ended stand in a list of their own, which is asked for.
      return {
        closed: columns
          .filter((each) => isClosed(each.stage))
          .reduce((sum, each) => sum + each.count, 0),
        columns: columns
          .filter((each) => !isClosed(each.stage))
          .map((each) => ({
            key: each.stage,
            label: each.label,
            probability: each.probability,
            count: each.count,
            capped: false,
            value: Number(each.value),
            weighted: Number(each.weighted),
            items: each.items,
            nextCursor: each.next_cursor ?? null,
          })),
      }
    },
  })
}

export const closedOpportunitiesOptions = (filters: OpportunityFilters) => {
  const query = { ...boardFilters(filters), closed: 'yes', sort: '-stage_since' } as ListQuery
  return keysetOptions([...salesKeys.opportunityLists, CLOSED, query], (cursor, signal) =>
    page(query, cursor, signal),
  )
}

/** Adds the next page to a column of the board. */
export async function loadMoreOpportunities(
  client: QueryClient,
  filters: OpportunityFilters,
  stage: string,
  cursor: string,
): Promise<void> {
  const found = await page(
    { ...boardFilters(filters), stage, sort: 'stage_since' } as ListQuery,
    cursor,
  )
  client.setQueryData(
    opportunityBoardQuery(filters).queryKey,
    (board) => board && extend(board, stage, found.items, found.next_cursor ?? null),
  )
}

const at = (opportunity_id: string) => ({ path: { opportunity_id } })

export const opportunityQuery = (opportunityId: string) =>
  queryOptions({
    queryKey: salesKeys.opportunity(opportunityId),
    queryFn: ({ signal }) =>
      unwrap(
        api.GET('/api/v1/opportunities/{opportunity_id}', { params: at(opportunityId), signal }),
      ),
  })

export const opportunityHistoryQuery = (opportunityId: string) =>
  queryOptions({
    queryKey: [...salesKeys.opportunity(opportunityId), 'history'],
    queryFn: ({ signal }) =>
      unwrap(
        api.GET('/api/v1/opportunities/{opportunity_id}/history', {
          params: at(opportunityId),
          signal,
        }),
      ),
  })

export const createOpportunity = (body: Schemas['OpportunityIn'], key: string) =>
  unwrap(api.POST('/api/v1/opportunities', { headers: { 'Idempotency-Key': key }, body }))
export const updateOpportunity = (id: string, body: Schemas['OpportunityUpdateIn']) =>
  unwrap(api.PATCH('/api/v1/opportunities/{opportunity_id}', { params: at(id), body }))
export const moveOpportunity = (id: string, version: number, move: Move, given: MoveGiven) =>
  unwrap(
    api.POST('/api/v1/opportunities/{opportunity_id}/move', {
      params: at(id),
      body: { transition: move.transition, version, ...given } as Schemas['OpportunityMoveIn'],
    }),
  )
export const undoOpportunity = (id: string, version: number) =>
  unwrap(
    api.POST('/api/v1/opportunities/{opportunity_id}/undo', { params: at(id), body: { version } }),
  )

/** An opportunity as it is now, everywhere that it shows. */
export function noteOpportunity(client: QueryClient, one: Opportunity): void {
  client.setQueryData(salesKeys.opportunity(one.id), one)
  client.setQueriesData<Board<Opportunity>>(
    { queryKey: salesKeys.opportunityBoards },
    (board) => board && place(board, one, opportunityReader),
  )
  void client.invalidateQueries({ queryKey: [...salesKeys.opportunity(one.id), 'history'] })
  void client.invalidateQueries({ queryKey: salesKeys.opportunityLists })
  // Closing an opportunity closes its lead.
  void client.invalidateQueries({ queryKey: salesKeys.leads })
  forgetCustomerSales(client)
}

/** Somebody else may have changed it. */
export const forgetOpportunity = (client: QueryClient, id: string) =>
  client.invalidateQueries({ queryKey: salesKeys.opportunity(id) })
