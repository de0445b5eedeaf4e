import { queryOptions, type QueryClient, useQueries } from '@tanstack/react-query'

import { api } from '~/api/client'
import { unwrap } from '~/api/problem'
import type { components, paths } from '~/api/schema.gen'
import { keysetOptions } from '~/lib/keyset'
import { type Board, CLOSED, extend, place, type Reader } from '../board/model'
import { isClosed, type Lead, type Move } from '../model'
import { forgetCustomerSales, salesKeys } from '../query'

type Schemas = components['schemas']
type ListQuery = NonNullable<paths['/api/v1/leads']['get']['parameters']['query']>
type BoardQuery = NonNullable<paths['/api/v1/leads/board']['get']['parameters']['query']>
export type Assigned = Schemas['LeadAssignedOut']

/** What narrows leads, as the address says it; the words that are searched by stand in none. */
export interface LeadFilters {
  status?: string
  mine?: string
  unassigned?: string
  owner?: string
  branch?: string
  source?: string
  origin?: string
  aging?: string
  band?: string
  customer?: string
  closed?: string
  sort?: string
}

export const LEAD_SORTS = ['status_since', '-status_since', '-created', '-value', '-score'] as const

export const isFiltered = ({
  status,
  mine,
  unassigned,
  owner,
  branch,
  source,
  origin,
  aging,
  band,
  customer,
  closed,
}: LeadFilters) =>
  Boolean(
    status ??
    mine ??
    unassigned ??
    owner ??
    branch ??
    source ??
    origin ??
    aging ??
    band ??
    customer ??
    closed,
  )

/** The question to the server; what the address made up is the server's to refuse. */
export function boardQuery(filters: LeadFilters): BoardQuery {
  return {
    mine: filters.mine === 'yes' || undefined,
    unassigned: filters.unassigned === 'yes' || undefined,
    assigned_to: filters.owner,
    branch: filters.branch,
    source_type: filters.source,
    source_id: filters.origin,
    aging: filters.aging,
    band: filters.band,
    customer_id: filters.customer,
  } as BoardQuery
}

export const listQuery = (filters: LeadFilters): ListQuery =>
  ({
    ...boardQuery(filters),
    status: filters.status,
    closed: filters.closed,
    sort: filters.sort,
  }) as ListQuery

const page = (query: ListQuery, cursor: string | undefined, signal?: AbortSignal) =>
  unwrap(api.GET('/api/v1/leads', { params: { query: { ...query, cursor, limit: 50 } }, signal }))

/** The list; words that it is searched by go in the body, and into no address. */
export const leadsOptions = (filters: LeadFilters, q: string) => {
  const query = listQuery(filters)
  return keysetOptions([...salesKeys.leadLists, query, q], (cursor, signal) =>
    q
      ? unwrap(
          api.POST('/api/v1/leads/search', {
            body: { ...query, q, cursor, limit: 50 } as Schemas['LeadSearchIn'],
            signal,
          }),
        )
      : page(query, cursor, signal),
  )
}

export const leadReader: Reader<Lead> = {
  state: (lead) => lead.status,
  value: (lead) => Number(lead.estimated_value ?? 0),
  weighted: () => 0,
  moved: (lead, to) => ({ ...lead, status: to as Lead['status'], own_state: null }),
}

/** The open leads by status, each column with its first cards. */
export const leadBoardQuery = (filters: LeadFilters) => {
  const query = boardQuery(filters)
  return queryOptions({
    queryKey: [...salesKeys.leadBoards, query],
    queryFn: async ({ signal }): Promise<Board<Lead>> => {
      const { columns } = await unwrap(
        api.GET('/api/v1/leads/board', { params: { query }, signal }),
      )
      // Those that have ended stand in a list of their own, which is asked for.
      return {
        closed: columns
          .filter((each) => isClosed(each.status))
          .reduce((sum, each) => sum + each.count, 0),
        columns: columns
          .filter((each) => !isClosed(each.status))
          .map((each) => ({
            key: each.status,
            label: each.label,
            probability: null,
            count: each.count,
            capped: each.count_capped,
            value: Number(each.value),
            weighted: 0,
            items: each.items,
            nextCursor: each.next_cursor ?? null,
          })),
      }
    },
  })
}

/** Leads that have ended, the latest first; asked for when their column is opened. */
export const closedLeadsOptions = (filters: LeadFilters) => {
  const query = { ...boardQuery(filters), closed: 'yes', sort: '-status_since' } as ListQuery
  return keysetOptions([...salesKeys.leadLists, CLOSED, query], (cursor, signal) =>
    page(query, cursor, signal),
  )
}

/** Adds the next page to a column of the board. */
export async function loadMoreLeads(
  client: QueryClient,
  filters: LeadFilters,
  status: string,
  cursor: string,
): Promise<void> {
  const found = await page(
    { ...boardQuery(filters), status, sort: 'status_since' } as ListQuery,
    cursor,
  )
  client.setQueryData(
    leadBoardQuery(filters).queryKey,
    (board) => board && extend(board, status, found.items, found.next_cursor ?? null),
  )
}

const at = (lead_id: string) => ({ path: { lead_id } })

export const leadQuery = (leadId: string) =>
  queryOptions({
    queryKey: salesKeys.lead(leadId),
    queryFn: ({ signal }) =>
      unwrap(api.GET('/api/v1/leads/{lead_id}', { params: at(leadId), signal })),
  })

export const leadHistoryQuery = (leadId: string) =>
  queryOptions({
    queryKey: [...salesKeys.lead(leadId), 'history'],
    queryFn: ({ signal }) =>
      unwrap(api.GET('/api/v1/leads/{lead_id}/history', { params: at(leadId), signal })),
  })

/** Whom leads of a branch can be given to. */
const assigneesQuery = (branch: string) =>
  queryOptions({
    queryKey: [...salesKeys.assignees, branch],
    queryFn: ({ signal }) =>
      unwrap(api.GET('/api/v1/leads/assignees', { params: { query: { branch } }, signal })),
    staleTime: 60_000,
  })

/** The same of several branches, each person once; nobody where nothing is assigned. */
export function useAssignees(branches: readonly string[]): { id: string; full_name: string }[] {
  const found = useQueries({ queries: branches.map(assigneesQuery) })
  const people = new Map(
    found.flatMap((each) => each.data?.items ?? []).map((each) => [each.id, each]),
  )
  return [...people.values()].sort((one, other) =>
    one.full_name.localeCompare(other.full_name, 'id'),
  )
}

export const createLead = (body: Schemas['LeadIn'], key: string) =>
  unwrap(api.POST('/api/v1/leads', { headers: { 'Idempotency-Key': key }, body }))
export const updateLead = (leadId: string, body: Schemas['LeadUpdateIn']) =>
  unwrap(api.PATCH('/api/v1/leads/{lead_id}', { params: at(leadId), body }))
export const moveLead = (leadId: string, version: number, move: Move, given: MoveGiven) =>
  unwrap(
    api.POST('/api/v1/leads/{lead_id}/move', {
      params: at(leadId),
      body: { transition: move.transition, version, ...given } as Schemas['LeadMoveIn'],
    }),
  )
export const undoLead = (leadId: string, version: number) =>
  unwrap(api.POST('/api/v1/leads/{lead_id}/undo', { params: at(leadId), body: { version } }))
export const assignLead = (leadId: string, version: number, assigned_to: string | null) =>
  unwrap(
    api.POST('/api/v1/leads/{lead_id}/assign', {
      params: at(leadId),
      body: { version, assigned_to },
    }),
  )
export const assignLeads = (lead_ids: string[], assigned_to: string | null) =>
  unwrap(
    api.POST('/api/v1/leads/assign', {
      body: { lead_ids, assigned_to } as Schemas['LeadAssignManyIn'],
    }),
  )
export const convertLead = (leadId: string, body: Schemas['LeadConvertIn']) =>
  unwrap(api.POST('/api/v1/leads/{lead_id}/convert', { params: at(leadId), body }))

/** What a move was given beside its version. */
export interface MoveGiven {
  reason?: string
  closed_reason?: string
  lost_reason?: string
  won_product_code?: string
  note?: string
}

/** A lead as it is now, everywhere that it shows. */
export function noteLead(client: QueryClient, lead: Lead): void {
  client.setQueryData(salesKeys.lead(lead.id), lead)
  client.setQueriesData<Board<Lead>>(
    { queryKey: salesKeys.leadBoards },
    (board) => board && place(board, lead, leadReader),
  )
  void client.invalidateQueries({ queryKey: [...salesKeys.lead(lead.id), 'history'] })
  void client.invalidateQueries({ queryKey: salesKeys.leadLists })
  forgetCustomerSales(client)
}

/** Somebody else may have changed it. */
export const forgetLead = (client: QueryClient, leadId: string) =>
  client.invalidateQueries({ queryKey: salesKeys.lead(leadId) })
