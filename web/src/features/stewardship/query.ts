import { queryOptions, type QueryClient } from '@tanstack/react-query'

import { api } from '~/api/client'
import { unwrap } from '~/api/problem'
import type { components, paths } from '~/api/schema.gen'
import { keysetOptions } from '~/lib/keyset'

type Schemas = components['schemas']
export type RightsRequest = Schemas['RightsRequestOut']
export type RightsDetail = Schemas['RightsRequestDetailOut']
export type ProcessingLimit = Schemas['LimitOut']
export type LegalHold = Schemas['HoldOut']
export type Kind = RightsRequest['kind']
export type Status = RightsRequest['status']
export type ReceivedBy = RightsRequest['received_by']
export type RefusalCode = NonNullable<RightsRequest['refusal_code']>
type ListQuery = NonNullable<paths['/api/v1/rights-requests']['get']['parameters']['query']>

/** What narrows the list, as the address says it. */
export interface Filters {
  view?: string
  kind?: string
  mine?: string
  overdue?: string
  branch?: string
  customer?: string
  sort?: string
}

export const VIEWS = ['open', 'waiting', 'closed', 'all', 'limits', 'holds', 'breaches', 'assessments'] as const
export type View = (typeof VIEWS)[number]
/** Parts that hold no requests. */
export const OTHER_VIEWS: readonly View[] = ['limits', 'holds', 'breaches', 'assessments']
export const KINDS: readonly Kind[] = ['ACCESS', 'CORRECTION', 'RESTRICTION', 'ERASURE', 'WITHDRAWAL', 'PORTABILITY', 'OBJECTION']
export const RECEIVED: readonly ReceivedBy[] = ['BRANCH', 'CALL_CENTER', 'EMAIL', 'LETTER', 'WEB', 'WHATSAPP']
export const REFUSALS: readonly RefusalCode[] = ['RETENTION', 'LEGAL_HOLD', 'NOT_VERIFIED', 'UNFOUNDED', 'OTHER']

const STATE: Record<View, ListQuery['state']> = { open: 'open', waiting: 'WAITING_APPROVAL', closed: 'closed', all: undefined, limits: undefined, holds: undefined, breaches: undefined, assessments: undefined }

/** What is still to be answered comes first; the rest is asked for by name. */
export const viewOf = (filters: Filters): View => VIEWS.find((each) => each === filters.view) ?? 'open'

export const isFiltered = ({ kind, mine, overdue, branch, customer }: Filters) => Boolean(kind ?? mine ?? overdue ?? branch ?? customer)

/** The question to the server; what the address made up is the server's to refuse. */
export const listQuery = (filters: Filters): ListQuery => ({
  state: STATE[viewOf(filters)],
  kind: filters.kind as ListQuery['kind'],
  mine: filters.mine === 'yes' || undefined,
  overdue: filters.overdue === 'yes' || undefined,
  branch: filters.branch,
  customer_id: filters.customer,
  sort: filters.sort as ListQuery['sort'],
})

const keys = { lists: ['rights-requests', 'list'] as const, one: (requestId: string) => ['rights-requests', 'one', requestId] as const }

export const requestsOptions = (query: ListQuery) =>
  keysetOptions([...keys.lists, query], (cursor, signal) => unwrap(api.GET('/api/v1/rights-requests', { params: { query: { ...query, cursor, limit: 50 } }, signal })))

export const requestQuery = (request_id: string) =>
  queryOptions({
    queryKey: keys.one(request_id),
    queryFn: ({ signal }) => unwrap(api.GET('/api/v1/rights-requests/{request_id}', { params: { path: { request_id } }, signal })),
  })

/** Whom a request can be given to. */
export const ownersQuery = (request_id: string) =>
  queryOptions({
    queryKey: ['rights-requests', 'owners', request_id],
    queryFn: ({ signal }) => unwrap(api.GET('/api/v1/rights-requests/{request_id}/owners', { params: { path: { request_id } }, signal })),
    staleTime: 60_000,
  })

/** A request as it is now, everywhere that it shows: the register, its page, the customer's page and timeline. */
export function noteRequest(client: QueryClient, request: RightsDetail): void {
  client.setQueryData(keys.one(request.request_id), request)
  void client.invalidateQueries({ queryKey: keys.lists })
  void client.invalidateQueries({ queryKey: ['customer360', request.customer.id] })
  void client.invalidateQueries({ queryKey: ['timeline', request.customer.id] })
}

export const limitsOptions = (customer_id?: string) =>
  keysetOptions(['rights-requests', 'limits', customer_id], (cursor, signal) => unwrap(api.GET('/api/v1/processing-limits', { params: { query: { customer_id, cursor, limit: 50 } }, signal })))

export const holdsOptions = (customer_id?: string) =>
  keysetOptions(['rights-requests', 'holds', customer_id], (cursor, signal) => unwrap(api.GET('/api/v1/legal-holds', { params: { query: { customer_id, cursor, limit: 50 } }, signal })))

/** What stands for customers has changed: the lists of it, and the pages that show it. */
export const renewStanding = (client: QueryClient) => {
  void client.invalidateQueries({ queryKey: ['rights-requests'] })
  void client.invalidateQueries({ queryKey: ['customer360'] })
}

/** Somebody else may have changed it. */
export const forgetRequest = (client: QueryClient, requestId: string) => client.invalidateQueries({ queryKey: keys.one(requestId) })
