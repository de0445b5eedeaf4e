import { type QueryClient, queryOptions } from '@tanstack/react-query'

import { api } from '~/api/client'
import { unwrap } from '~/api/problem'
import type { components, paths } from '~/api/schema.gen'
import { keysetOptions } from '~/lib/keyset'

type Schemas = components['schemas']
export type CustomerConsent = Schemas['CustomerConsentOut']
export type CustomerConsents = Schemas['CustomerConsentsOut']
export type Consent = Schemas['ConsentOut']
export type ConsentRequest = Schemas['ConsentRequestOut']
export type Verification = Schemas['ConsentVerificationOut']
export type Method = Schemas['ConsentVerificationIn']['method']
export type CodeChannel = Schemas['CustomerConsentsOut']['code_channels'][number]
export type Purpose = Schemas['ConsentPurposeOut']
export type Channel = NonNullable<Schemas['ConsentChangeIn']['channel']>
export type CapturedChannel = Schemas['ConsentChangeIn']['captured_channel']
export type RegisterQuery = NonNullable<paths['/api/v1/consents']['get']['parameters']['query']>
export type RequestStatus = ConsentRequest['status']

export const CHANNELS: readonly Channel[] = ['EMAIL', 'SMS', 'WHATSAPP', 'PUSH', 'IN_APP', 'CALL']
export const CAPTURED: readonly CapturedChannel[] = ['BRANCH', 'CALL_CENTER', 'MOBILE', 'EMAIL', 'WEB', 'WHATSAPP']

export const customerConsentsQuery = (customer_id: string) =>
  queryOptions({
    queryKey: ['consents', 'of', customer_id],
    queryFn: ({ signal }) => unwrap(api.GET('/api/v1/customers/{customer_id}/consents', { params: { path: { customer_id } }, signal })),
  })

export const historyOptions = (customer_id: string) =>
  keysetOptions(['consents', 'history', customer_id], (cursor, signal) =>
    unwrap(api.GET('/api/v1/customers/{customer_id}/consents/history', { params: { path: { customer_id }, query: { cursor, limit: 20 } }, signal })),
  )

export const registerOptions = (query: RegisterQuery) =>
  keysetOptions(['consents', 'register', query], (cursor, signal) => unwrap(api.GET('/api/v1/consents', { params: { query: { ...query, cursor, limit: 50 } }, signal })))

export const summaryQuery = queryOptions({
  queryKey: ['consents', 'summary'],
  queryFn: ({ signal }) => unwrap(api.GET('/api/v1/consents/summary', { signal })),
})

export const requestsOptions = (status: RequestStatus | undefined) =>
  keysetOptions(['consent-requests', status], (cursor, signal) => unwrap(api.GET('/api/v1/consent-requests', { params: { query: { status, cursor, limit: 50 } }, signal })))

export const purposesQuery = queryOptions({
  queryKey: ['consent-purposes'],
  queryFn: ({ signal }) => unwrap(api.GET('/api/v1/consent-purposes', { signal })),
})

/** What a change moves: the customer's page with its alerts, the register, and what waits. */
export function renewConsents(client: QueryClient, customerId: string): void {
  void client.invalidateQueries({ queryKey: ['consents'] })
  void client.invalidateQueries({ queryKey: ['consent-requests'] })
  void client.invalidateQueries({ queryKey: ['customer360', customerId] })
  void client.invalidateQueries({ queryKey: ['timeline', customerId] })
}
