import { queryOptions } from '@tanstack/react-query'

import { api } from '~/api/client'
import { unwrap } from '~/api/problem'
import type { components, paths } from '~/api/schema.gen'
import { keysetOptions } from '~/lib/keyset'
import { accessKeys } from './public/grant'

type Schemas = components['schemas']
export type Access = Schemas['AccessRequestOut']
export type AccessDetail = Schemas['AccessRequestDetailOut']
export type AccessOptions = Schemas['AccessOptionsOut']
export type Card = Schemas['AccessCardOut']
export type SampleRow = Schemas['SampleOut']
export type SampleDetail = Schemas['SampleDetailOut']
export type SampleItem = Schemas['SampleItemOut']
export type Finding = Schemas['FindingIn']['finding']
export type Status = Access['status']

type ListQuery = NonNullable<paths['/api/v1/break-glass']['get']['parameters']['query']>

export interface AccessFilters {
  view?: string
  mine?: string
  reason_code?: string
  from?: string
  to?: string
}

export const VIEWS = ['waiting', 'open', 'over', 'review', 'all'] as const
export type View = (typeof VIEWS)[number]

const OVER: Status[] = ['REJECTED', 'WITHDRAWN', 'LAPSED', 'ENDED', 'REVOKED', 'EXPIRED']
const ofView: Record<View, ListQuery> = { waiting: { status: ['REQUESTED'] }, open: { status: ['ACTIVE'] }, over: { status: OVER }, review: { reviewed: false }, all: {} }

/** What waits comes first; "all" is asked for by name. */
export const viewOf = (filters: AccessFilters): View => VIEWS.find((each) => each === filters.view) ?? 'waiting'

export const requestsOptions = (filters: AccessFilters) => {
  const query: ListQuery = {
    ...ofView[viewOf(filters)],
    mine: filters.mine === 'yes',
    reason_code: filters.reason_code,
    from: filters.from && `${filters.from}T00:00:00+07:00`,
    to: filters.to && new Date(Date.parse(`${filters.to}T00:00:00+07:00`) + 86_400_000).toISOString(),
    limit: 50,
  }
  return keysetOptions([...accessKeys.all, 'list', query], (cursor, signal) => unwrap(api.GET('/api/v1/break-glass', { params: { query: { ...query, cursor } }, signal })))
}

export const requestQuery = (request_id: string) =>
  queryOptions({
    queryKey: [...accessKeys.all, 'request', request_id],
    queryFn: ({ signal }) => unwrap(api.GET('/api/v1/break-glass/{request_id}', { params: { path: { request_id } }, signal })),
  })

export const accessOptionsQuery = queryOptions({
  queryKey: [...accessKeys.all, 'options'],
  queryFn: ({ signal }) => unwrap(api.GET('/api/v1/break-glass/options', { signal })),
  staleTime: 60_000,
})

export const figuresQuery = queryOptions({
  queryKey: [...accessKeys.all, 'figures'],
  queryFn: ({ signal }) => unwrap(api.GET('/api/v1/break-glass/figures', { params: { query: { months: 12 } }, signal })),
})

export const actsOptions = (request_id: string) =>
  keysetOptions([...accessKeys.all, 'acts', request_id], (cursor, signal) =>
    unwrap(api.GET('/api/v1/break-glass/{request_id}/acts', { params: { path: { request_id }, query: { cursor, limit: 50 } }, signal })),
  )

export const samplesOptions = keysetOptions([...accessKeys.all, 'samples'], (cursor, signal) =>
  unwrap(api.GET('/api/v1/break-glass/samples', { params: { query: { cursor, limit: 50 } }, signal })),
)

export const sampleQuery = (sample_id: string) =>
  queryOptions({
    queryKey: [...accessKeys.all, 'sample', sample_id],
    queryFn: ({ signal }) => unwrap(api.GET('/api/v1/break-glass/samples/{sample_id}', { params: { path: { sample_id } }, signal })),
  })
