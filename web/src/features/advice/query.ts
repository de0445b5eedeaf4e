import { queryOptions, type QueryClient } from '@tanstack/react-query'

import { api } from '~/api/client'
import { unwrap } from '~/api/problem'
import type { components, paths } from '~/api/schema.gen'
import { keysetOptions } from '~/lib/keyset'
import { span } from '~/lib/range'

type Schemas = components['schemas']
export type Advice = Schemas['AdviceOut']
export type AdviceOfCustomer = Schemas['AdviceOfCustomerOut']
export type AdviceDecision = Schemas['AdviceDecisionOut']
export type DecisionOfCustomer = Schemas['AdviceDecisionOfCustomerOut']
export type AdviceRule = Schemas['AdviceRuleOut']
export type Copilot = Schemas['CopilotOut']
export type DecideIn = Schemas['AdviceDecideIn']
type ListQuery = NonNullable<paths['/api/v1/advice']['get']['parameters']['query']>

/** What narrows the list, as the address says it. */
export interface AdviceFilters {
  priority?: string
  action?: string
}

export const PRIORITIES = ['HIGH', 'MEDIUM', 'LOW'] as const
/** What narrows the decisions, as the address says it. */
export interface DecisionFilters {
  decision?: string[]
  action?: string
  branch?: string
  mine?: string
  /** Those whose outcome is known, by the day of the outcome. */
  ended?: string
  from?: string
  to?: string
}

export const DECISIONS = ['ACCEPTED', 'REJECTED', 'SNOOZED'] as const
export const ACTIONS = [
  'CALL',
  'OFFER_PRODUCT',
  'EDUCATE',
  'PRIORITIZE_CASE',
  'GREET',
] as const

export const adviceKeys = {
  all: ['advice'] as const,
  customer: (customerId: string) => ['advice', 'customer', customerId] as const,
  rules: ['advice', 'rules'] as const,
}

const at = (customer_id: string) => ({ path: { customer_id } })

export const customerAdviceQuery = (customerId: string) =>
  queryOptions({
    queryKey: adviceKeys.customer(customerId),
    queryFn: ({ signal }) =>
      unwrap(api.GET('/api/v1/customers/{customer_id}/advice', { params: at(customerId), signal })),
  })

export const copilotQuery = (customerId: string) =>
  queryOptions({
    queryKey: [...adviceKeys.customer(customerId), 'copilot'],
    queryFn: ({ signal }) =>
      unwrap(api.GET('/api/v1/customers/{customer_id}/copilot', { params: at(customerId), signal })),
  })

export const adviceOptions = (filters: AdviceFilters) => {
  const query = filters as ListQuery
  return keysetOptions(['advice', 'list', query], (cursor, signal) =>
    unwrap(api.GET('/api/v1/advice', { params: { query: { ...query, cursor, limit: 50 } }, signal })),
  )
}

export const decisionsOptions = ({ decision, action, branch, mine, ended, ...days }: DecisionFilters) => {
  const { from: since, to: until } = span(days)
  const query = {
    decision: DECISIONS.filter((each) => decision?.includes(each)),
    action: ACTIONS.find((each) => each === action),
    branch,
    mine: mine === 'yes',
    is_ended: ended === 'yes',
    since,
    until,
  }
  return keysetOptions(['advice', 'decisions', query], (cursor, signal) =>
    unwrap(api.GET('/api/v1/advice/decisions', { params: { query: { ...query, cursor, limit: 50 } }, signal })),
  )
}

/** How much advice of high priority waits: asked now and then, for the navigation. */
export const adviceCountQuery = queryOptions({
  queryKey: ['advice', 'count'],
  queryFn: ({ signal }) => unwrap(api.GET('/api/v1/advice/count', { signal })),
  staleTime: 120_000,
  refetchInterval: 300_000,
})

export const adviceRulesQuery = queryOptions({
  queryKey: adviceKeys.rules,
  queryFn: ({ signal }) => unwrap(api.GET('/api/v1/advice/rules', { signal })),
})

export const decideAdvice = (customerId: string, body: DecideIn) =>
  unwrap(api.POST('/api/v1/customers/{customer_id}/advice/decide', { params: at(customerId), body }))

export const undoAdvice = (advice_id: string, version: number) =>
  unwrap(api.POST('/api/v1/advice/{advice_id}/undo', { params: { path: { advice_id } }, body: { version } }))

/** Advice is asked for anew wherever it shows, but not its rules. */
export const forgetAdvice = (client: QueryClient) =>
  client.invalidateQueries({
    predicate: ({ queryKey }) => queryKey[0] === 'advice' && queryKey[1] !== 'rules',
  })
