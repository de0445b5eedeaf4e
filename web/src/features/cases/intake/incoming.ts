import { api } from '~/api/client'
import { unwrap } from '~/api/problem'
import type { components } from '~/api/schema.gen'
import { keysetOptions } from '~/lib/keyset'

export type Incoming = components['schemas']['IncomingOut']
export type IncomingStatus = Incoming['status']
export const INCOMING: readonly IncomingStatus[] = ['WAITING', 'ACCEPTED', 'DISCARDED']
export const incomingKey = ['case-intake'] as const

export const incomingOptions = (status: IncomingStatus) =>
  keysetOptions([...incomingKey, status], (cursor, signal) => unwrap(api.GET('/api/v1/case-intake', { params: { query: { status, cursor, limit: 50 } }, signal })))
