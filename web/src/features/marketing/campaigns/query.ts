import { queryOptions, type QueryClient } from '@tanstack/react-query'

import { api, BACKGROUND } from '~/api/client'
import { unwrap } from '~/api/problem'
import type { components, paths } from '~/api/schema.gen'
import { keysetOptions } from '~/lib/keyset'

type Schemas = components['schemas']
export type Campaign = Schemas['CampaignOut']
export type CampaignWhole = Schemas['CampaignWholeOut']
export type CampaignChange = Omit<Schemas['CampaignChangeIn'], 'version'>
export type CampaignReport = Schemas['CampaignReportOut']
export type CampaignCustomer = Schemas['CampaignCustomerOut']
export type CampaignCalendar = Schemas['CampaignCalendarOut']
export type Planned = CampaignCalendar['items'][number]
export type Eligibility = Schemas['EligibilityOut']
export type Offers = Schemas['CustomerOffersOut']
export type Status = Campaign['status']
export type Objective = Campaign['objective_kind']
export type Channel = NonNullable<Campaign['channel']>
type ListQuery = NonNullable<paths['/api/v1/campaigns']['get']['parameters']['query']>
type CustomerQuery = NonNullable<paths['/api/v1/campaigns/{campaign_id}/customers']['get']['parameters']['query']>

/** What narrows the list, as the address says it. */
export interface CampaignFilters {
  q?: string
  status?: string
  channel?: string
  mine?: string
  sort?: string
  segment?: string
}

export const STATUSES: readonly Status[] = ['DRAFT', 'SUBMITTED', 'APPROVED', 'REJECTED', 'RUNNING', 'PAUSED', 'DONE', 'CANCELLED']
export const OBJECTIVES: readonly Objective[] = ['PRODUCT_OFFER', 'EDUCATION', 'RETENTION', 'REACTIVATION', 'SURVEY', 'OTHER']
export const CHANNELS: readonly Channel[] = ['WHATSAPP', 'EMAIL', 'SMS', 'PUSH', 'IN_APP']
export const REASONS = ['CONSENT', 'CASE_ACTIVE', 'NOT_IN_RULE', 'SUPPRESSED', 'FREQUENCY_CAP', 'NO_CHANNEL', 'OTHER'] as const
export const AUDIENCE_STATES = ['eligible', 'ineligible', 'holdout', 'written', 'dropped'] as const

const keys = { all: ['campaigns'] as const, lists: ['campaigns', 'list'] as const, one: (id: string) => ['campaigns', 'one', id] as const }
const at = (campaign_id: string) => ({ path: { campaign_id } })
const LOOKING_MS = 4_000
/** Messages are going out: figures change by themselves. */
const moves = (status: Status | undefined) => (status === 'RUNNING' ? LOOKING_MS : false)
/** Looking on does not keep the session alive. */
const headersOf = (client: QueryClient, key: readonly unknown[]) => (client.getQueryData(key) === undefined ? {} : BACKGROUND)

export const campaignsOptions = ({ q, status, channel, mine, sort, segment }: CampaignFilters) =>
  keysetOptions([...keys.lists, { q, status, channel, mine, sort, segment }], (cursor, signal) => {
    const query = { q, status, channel, mine: mine === 'yes' || undefined, sort, segment_id: segment, cursor, limit: 50 } as ListQuery
    return unwrap(api.GET('/api/v1/campaigns', { params: { query }, signal }))
  })

export const campaignQuery = (campaignId: string) =>
  queryOptions({
    queryKey: keys.one(campaignId),
    queryFn: ({ signal, client, queryKey }) => unwrap(api.GET('/api/v1/campaigns/{campaign_id}', { params: at(campaignId), headers: headersOf(client, queryKey), signal })),
    refetchInterval: ({ state }) => moves(state.data?.status),
  })

export const calendarQuery = (since: string, until: string) =>
  queryOptions({
    queryKey: [...keys.all, 'calendar', since, until],
    queryFn: ({ signal }) => unwrap(api.GET('/api/v1/campaigns/calendar', { params: { query: { since, until } }, signal })),
  })

export const reportQuery = (campaign: Campaign) =>
  queryOptions({
    queryKey: [...keys.one(campaign.campaign_id), 'report'],
    queryFn: ({ signal, client, queryKey }) =>
      unwrap(api.GET('/api/v1/campaigns/{campaign_id}/report', { params: at(campaign.campaign_id), headers: headersOf(client, queryKey), signal })),
    refetchInterval: moves(campaign.status),
  })

export interface CustomerFilters {
  reason?: string
  state?: string
}

export const customersOptions = (campaignId: string, { reason, state }: CustomerFilters) =>
  keysetOptions([...keys.one(campaignId), 'customers', { reason, state }], (cursor, signal) => {
    const query = { reason, state, cursor, limit: 50 } as CustomerQuery
    return unwrap(api.GET('/api/v1/campaigns/{campaign_id}/customers', { params: { ...at(campaignId), query }, signal }))
  })

/** Whether one customer gets the offer, and why. */
export const eligibilityQuery = (campaign_id: string, customer_id: string) =>
  queryOptions({
    queryKey: [...keys.one(campaign_id), 'why', customer_id],
    queryFn: ({ signal }) => unwrap(api.GET('/api/v1/campaigns/{campaign_id}/customers/{customer_id}', { params: { path: { campaign_id, customer_id } }, signal })),
  })

export const offersQuery = (customer_id: string) =>
  queryOptions({
    queryKey: [...keys.all, 'offers', customer_id],
    queryFn: ({ signal }) => unwrap(api.GET('/api/v1/customers/{customer_id}/campaigns', { params: { path: { customer_id } }, signal })),
  })

/** The number stays out of the address. */
export const lookUp = (campaignId: string, cif: string) => unwrap(api.POST('/api/v1/campaigns/{campaign_id}/lookup', { params: at(campaignId), body: { cif } }))

export const createCampaign = (body: Schemas['CampaignIn'], key: string) => unwrap(api.POST('/api/v1/campaigns', { headers: { 'Idempotency-Key': key }, body }))

export const changeCampaign = (campaignId: string, version: number, change: CampaignChange) =>
  unwrap(api.PATCH('/api/v1/campaigns/{campaign_id}', { params: at(campaignId), body: { ...change, version } }))

export type Step = 'submit' | 'approve' | 'reject' | 'redraft' | 'resubmit' | 'start' | 'pause' | 'resume' | 'cancel'
export const STEPS: readonly Step[] = ['cancel', 'reject', 'redraft', 'pause', 'resubmit', 'submit', 'approve', 'start', 'resume']

export function takeStep(campaign: Campaign, step: Step, note: string): Promise<CampaignWhole> {
  const params = at(campaign.campaign_id)
  const { version } = campaign
  if (step === 'approve') return unwrap(api.POST('/api/v1/campaigns/{campaign_id}/approve', { params, body: { version, note } }))
  if (step === 'reject' || step === 'cancel') return unwrap(api.POST(`/api/v1/campaigns/{campaign_id}/${step}`, { params, body: { version, note } }))
  return unwrap(api.POST(`/api/v1/campaigns/{campaign_id}/${step}`, { params, body: { version } }))
}

export const copyCampaign = (campaignId: string, key: string) => unwrap(api.POST('/api/v1/campaigns/{campaign_id}/copy', { params: at(campaignId), headers: { 'Idempotency-Key': key } }))

/** A campaign as it is now, everywhere that it shows. */
export function noteCampaign(client: QueryClient, campaign: CampaignWhole): void {
  client.setQueryData(keys.one(campaign.campaign_id), campaign)
  void client.invalidateQueries({ queryKey: keys.lists })
  void client.invalidateQueries({ queryKey: [...keys.all, 'calendar'] })
}

/** Somebody else may have changed it. */
export const forgetCampaign = (client: QueryClient, campaignId: string) => client.invalidateQueries({ queryKey: keys.one(campaignId) })

/** What was found when a customer was looked up, kept for the panel that shows it. */
export const noteEligibility = (client: QueryClient, campaignId: string, found: Eligibility) => client.setQueryData(eligibilityQuery(campaignId, found.customer.id).queryKey, found)
