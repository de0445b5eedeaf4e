import { queryOptions } from '@tanstack/react-query'

import { api } from '~/api/client'
import { unwrap } from '~/api/problem'
import type { components, paths } from '~/api/schema.gen'
import { keysetOptions } from '~/lib/keyset'

type Schemas = components['schemas']
export type Alert = Schemas['SuspicionAlertOut']
export type AlertState = Alert['state']
export type Rule = Schemas['SuspicionRuleOut']
type AlertsQuery = NonNullable<paths['/api/v1/suspicion/alerts']['get']['parameters']['query']>

export interface SuspicionFilters {
  tab?: string
  state?: string
  rule?: string
  user?: string
  alert?: string
}

export const KEY = ['suspicion'] as const
export const OPEN = 'OPEN'

export const summaryQuery = queryOptions({
  queryKey: [...KEY, 'summary'],
  queryFn: ({ signal }) => unwrap(api.GET('/api/v1/suspicion/summary', { signal })),
})

export function alertsOptions({ state, rule, user }: SuspicionFilters) {
  // What waits for judgement is what people come for; everything is asked for by name.
  const wanted = state ?? OPEN
  return keysetOptions([...KEY, 'alerts', { state: wanted, rule, user }], (cursor, signal) => {
    const query: AlertsQuery = { open: wanted === OPEN, state: wanted === OPEN || wanted === 'ALL' ? undefined : (wanted as AlertState), rule, user_id: user, cursor, limit: 50 }
    return unwrap(api.GET('/api/v1/suspicion/alerts', { params: { query }, signal }))
  })
}

export const alertOptions = (id: string) => {
  const page = (cursor: string | undefined, signal: AbortSignal) =>
    unwrap(api.GET('/api/v1/suspicion/alerts/{alert_id}', { params: { path: { alert_id: id }, query: { cursor, limit: 50 } }, signal })).then((data) => ({ ...data, items: data.records }))
  return keysetOptions([...KEY, 'alert', id], page)
}

export const rulesQuery = queryOptions({
  queryKey: [...KEY, 'rules'],
  queryFn: ({ signal }) => unwrap(api.GET('/api/v1/suspicion/rules', { signal })),
})

export const reviewAlert = ({ alert, state, reason }: { alert: Alert; state: AlertState; reason: string }) =>
  unwrap(api.POST('/api/v1/suspicion/alerts/{alert_id}/review', { params: { path: { alert_id: alert.id } }, body: { state, reason, version: alert.version } }))

export const saveRule = ({ key, ...body }: { key: string; enabled: boolean; thresholds: Record<string, number>; version: number }) =>
  unwrap(api.PUT('/api/v1/suspicion/rules/{key}', { params: { path: { key } }, body }))
