import { queryOptions } from '@tanstack/react-query'

import { api } from '~/api/client'
import { unwrap } from '~/api/problem'
import type { components } from '~/api/schema.gen'

type Schemas = components['schemas']
export type Provider = Schemas['MessageProviderOut']
export type Providers = Schemas['MessageProvidersOut']
export type ProviderChannel = Schemas['MessageProviderCreateIn']['channel']
export type Protocol = Provider['adapter']

export const providersQuery = queryOptions({
  queryKey: ['message-providers'],
  queryFn: ({ signal }) => unwrap(api.GET('/api/v1/message-providers', { signal })),
})

/** The server counts no further. */
export const MOST = 10_000

const ORDER: readonly Provider['channel'][] = ['WHATSAPP', 'EMAIL', 'SMS', 'PUSH', 'IN_APP', 'LETTER']

export interface ChannelGroup {
  channel: Provider['channel']
  accounts: Provider[]
  waiting: number
  unknown: number
}

/** The accounts channel by channel, in the order in which they are tried; a channel on which messages wait is there without an account, too. */
export const channelGroups = ({ items, waiting }: Providers): ChannelGroup[] =>
  ORDER.map((channel) => {
    const counts = waiting.find((each) => each.channel === channel)
    return { channel, accounts: items.filter((each) => each.channel === channel), waiting: counts?.waiting ?? 0, unknown: counts?.unknown ?? 0 }
  }).filter((group) => group.accounts.length > 0 || group.waiting > 0 || group.unknown > 0)
