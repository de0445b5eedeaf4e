import { queryOptions } from '@tanstack/react-query'

import { api, BACKGROUND } from '~/api/client'
import { unwrap } from '~/api/problem'
import type { components, paths } from '~/api/schema.gen'
import { keysetOptions } from '~/lib/keyset'
import { PROPOSALS } from '~/lib/proposal'

type Schemas = components['schemas']
export type Proposal = Schemas['ProposalOut']
export type Change = Proposal['changes'][number]
export type Status = Proposal['status']

type ListQuery = NonNullable<paths['/api/v1/proposals']['get']['parameters']['query']>

export interface ProposalFilters {
  view?: string
  kind?: string
  mine?: string
  sort?: string
}

export const VIEWS = ['waiting', 'applied', 'over', 'all'] as const
export type View = (typeof VIEWS)[number]

/** More of them at once are a matter for the list. */
const MOST = 50

const ofView: Record<View, Status[] | undefined> = { waiting: ['PROPOSED'], applied: ['APPLIED'], over: ['DECLINED', 'WITHDRAWN', 'EXPIRED', 'STALE'], all: undefined }

export const SORTS = ['-proposed_at', 'proposed_at', 'expires_at'] as const
export type Sort = (typeof SORTS)[number]

/** What waits comes first; "all" is asked for by name. */
export const viewOf = (filters: ProposalFilters): View => VIEWS.find((each) => each === filters.view) ?? 'waiting'
export const sortOf = (filters: ProposalFilters): Sort => SORTS.find((each) => each === filters.sort) ?? '-proposed_at'

/** The question that the address asks. */
export const askedBy = (filters: ProposalFilters): ListQuery => ({
  status: ofView[viewOf(filters)],
  kind: filters.kind,
  mine: filters.mine === 'yes' || undefined,
  sort: sortOf(filters),
  limit: 50,
})

const list = (query: ListQuery, cursor: string | undefined, signal: AbortSignal) => unwrap(api.GET('/api/v1/proposals', { params: { query: { ...query, cursor } }, signal }))

export const proposalsOptions = (filters: ProposalFilters) => {
  const query = askedBy(filters)
  return keysetOptions([...PROPOSALS, 'list', query], (cursor, signal) => list(query, cursor, signal))
}

const one = (proposal_id: string) => ({ params: { path: { proposal_id } } })

export const proposalQuery = (id: string) =>
  queryOptions({
    queryKey: [...PROPOSALS, 'one', id],
    queryFn: ({ signal }) => unwrap(api.GET('/api/v1/proposals/{proposal_id}', { ...one(id), signal })),
  })

/** What waits, as the pages of the administration tell it; with a person, what concerns that one. */
export const waitingQuery = (concerns?: string) =>
  queryOptions({
    queryKey: [...PROPOSALS, 'waiting', concerns],
    queryFn: ({ signal }) => list({ status: ['PROPOSED'], concerns, limit: MOST }, undefined, signal),
  })

/** What waits for my decision. Nobody asks for it, so looking does not keep the session alive. */
export const decidableQuery = queryOptions({
  queryKey: [...PROPOSALS, 'decidable'],
  queryFn: ({ signal }) => unwrap(api.GET('/api/v1/proposals', { params: { query: { decidable: true, limit: MOST } }, signal, headers: BACKGROUND })),
  refetchInterval: 60_000,
})

/** The kinds that there are, by name: they change with the product only. */
export const kindsQuery = queryOptions({
  queryKey: [...PROPOSALS, 'kinds'],
  queryFn: ({ signal }) => unwrap(api.GET('/api/v1/proposals/kinds', { signal })),
  staleTime: 60 * 60_000,
})

/** Which change of what. */
export const titleOf = ({ kind_name, subject }: Pick<Proposal, 'kind_name' | 'subject'>) => (subject?.label ? `${kind_name}: ${subject.label}` : kind_name)

export type Act = 'approve' | 'decline' | 'withdraw'

export const decide = (act: Act, { id, version }: Pick<Proposal, 'id' | 'version'>, note: string) => {
  switch (act) {
    case 'approve':
      return unwrap(api.POST('/api/v1/proposals/{proposal_id}/approve', { ...one(id), body: { version, note } }))
    case 'decline':
      return unwrap(api.POST('/api/v1/proposals/{proposal_id}/decline', { ...one(id), body: { version, note } }))
    case 'withdraw':
      return unwrap(api.POST('/api/v1/proposals/{proposal_id}/withdraw', { ...one(id), body: { version } }))
  }
}

export const enterCodes = ({ id, version }: Pick<Proposal, 'id' | 'version'>, first_code: string, second_code: string) =>
  unwrap(api.POST('/api/v1/proposals/{proposal_id}/use-codes', { ...one(id), body: { version, first_code, second_code } }))

export const takeResult = (id: string) => unwrap(api.POST('/api/v1/proposals/{proposal_id}/result', one(id)))
