import { type QueryClient, type QueryKey, queryOptions } from '@tanstack/react-query'

import { api, BACKGROUND } from '~/api/client'
import type { components, paths } from '~/api/schema.gen'
import { unwrap } from '~/api/problem'
import { keysetOptions } from '~/lib/keyset'
import { span } from '~/lib/range'

type Schemas = components['schemas']
export type Summary = Schemas['OperationsSummaryOut']
export type Count = Schemas['CountOut']
export type Timer = Schemas['TimerOut']
export type Job = Schemas['JobOut']
export type DeadLetter = Schemas['DeadLetterOut']
type TimersQuery = NonNullable<paths['/api/v1/operations/timers']['get']['parameters']['query']>
type JobsQuery = NonNullable<paths['/api/v1/operations/jobs']['get']['parameters']['query']>

export interface OperationsFilters {
  tab?: string
  status?: string
  kind?: string
  late?: string
  subject?: string
  from?: string
  to?: string
  state?: string
  task?: string
  queue?: string
}

export const KEY = ['operations'] as const
export const REFRESH_MS = 5000

/** The first look is asked for; every later one only keeps the page fresh, and must not keep the session alive. */
const headersFor = (client: QueryClient, key: QueryKey) => (client.getQueryData(key) === undefined ? {} : BACKGROUND)

export const summaryQuery = queryOptions({
  queryKey: [...KEY, 'summary'],
  queryFn: ({ signal, client, queryKey }) => unwrap(api.GET('/api/v1/operations/summary', { signal, headers: headersFor(client, queryKey) })),
  refetchInterval: REFRESH_MS,
})

export function timersOptions({ status, kind, late, subject, from, to }: OperationsFilters) {
  const key = [...KEY, 'timers', { status, kind, late, subject, from, to }]
  return keysetOptions(key, (cursor, signal, client) => {
    // A status that the URL made up is the server's to refuse.
    const query: TimersQuery = { status: status as TimersQuery['status'], kind, late: late === 'yes' || undefined, subject_id: subject, ...span({ from, to }), cursor, limit: 50 }
    return unwrap(api.GET('/api/v1/operations/timers', { params: { query }, signal, headers: headersFor(client, key) }))
  })
}

export function jobsOptions({ state, task, queue }: OperationsFilters) {
  const key = [...KEY, 'jobs', { state, task, queue }]
  return keysetOptions(key, (cursor, signal, client) => {
    const query: JobsQuery = { state: state as JobsQuery['state'], task, queue, cursor, limit: 50 }
    return unwrap(api.GET('/api/v1/operations/jobs', { params: { query }, signal, headers: headersFor(client, key) }))
  })
}

export function lettersOptions() {
  const key = [...KEY, 'dead-letters']
  return keysetOptions(key, (cursor, signal, client) =>
    unwrap(api.GET('/api/v1/operations/dead-letters', { params: { query: { cursor, limit: 50 } }, signal, headers: headersFor(client, key) })),
  )
}

export const timerAct = (act: 'fire' | 'cancel', timerId: string, reason: string) => {
  const options = { params: { path: { timer_id: timerId } }, body: { reason } }
  return unwrap(act === 'fire' ? api.POST('/api/v1/operations/timers/{timer_id}/fire', options) : api.POST('/api/v1/operations/timers/{timer_id}/cancel', options))
}

export type LetterAct = 'rerun' | 'discard'

export const letterAct = (act: LetterAct, letterId: string, reason: string) => {
  const options = { params: { path: { letter_id: letterId } }, body: { reason } }
  return unwrap(act === 'rerun' ? api.POST('/api/v1/operations/dead-letters/{letter_id}/rerun', options) : api.POST('/api/v1/operations/dead-letters/{letter_id}/discard', options))
}
