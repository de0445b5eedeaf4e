import { queryOptions } from '@tanstack/react-query'

import { api } from '~/api/client'
import { unwrap } from '~/api/problem'
import type { components } from '~/api/schema.gen'
import { keysetOptions } from '~/lib/keyset'

type Schemas = components['schemas']
export type Message = Schemas['MessageOut']
export type Content = Schemas['MessageContentOut']
export type Preference = Schemas['ContactPreferenceOut']
export type Suppression = Schemas['SuppressionOut']

export const CHANNELS: readonly Message['channel'][] = ['WHATSAPP', 'EMAIL', 'SMS', 'PUSH', 'IN_APP', 'LETTER']
export const PURPOSES: readonly Message['purpose'][] = ['SERVICE', 'MARKETING', 'COLLECTION']

export interface MessageFilters {
  channel: Message['channel'][]
  purpose: Message['purpose'] | undefined
}

/** The kinds in the address are channels, and at most one purpose. */
export const filtersOf = (kinds: readonly string[] = []): MessageFilters => ({
  channel: CHANNELS.filter((each) => kinds.includes(each)),
  purpose: PURPOSES.find((each) => kinds.includes(each)),
})

export const kindsOf = ({ channel, purpose }: MessageFilters): string[] | undefined => {
  const kinds = [...channel, ...(purpose ? [purpose] : [])]
  return kinds.length > 0 ? kinds : undefined
}

export const messagesOptions = (customer_id: string, filters: MessageFilters) =>
  keysetOptions(['messages', 'of', customer_id, filters], (cursor, signal) =>
    unwrap(api.GET('/api/v1/customers/{customer_id}/messages', { params: { path: { customer_id }, query: { ...filters, cursor, limit: 20 } }, signal })),
  )

/** Opening a message is recorded each time, so it is asked for once and not kept. */
export const contentQuery = (customer_id: string, message_id: string) =>
  queryOptions({
    queryKey: ['messages', 'content', message_id],
    queryFn: ({ signal }) => unwrap(api.GET('/api/v1/customers/{customer_id}/messages/{message_id}', { params: { path: { customer_id, message_id } }, signal })),
    staleTime: Infinity,
    gcTime: 0,
  })

export const preferencesQuery = (customer_id: string) =>
  queryOptions({
    queryKey: ['messages', 'preferences', customer_id],
    queryFn: ({ signal }) => unwrap(api.GET('/api/v1/customers/{customer_id}/contact-preferences', { params: { path: { customer_id } }, signal })),
  })
