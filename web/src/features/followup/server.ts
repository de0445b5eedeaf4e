/* Every call of the follow-up API, in one place. */
import { api } from '~/api/client'
import { unwrap } from '~/api/problem'
import type { Keyset } from '~/lib/keyset'
import type {
  AgentList,
  AgentRow,
  AgentUpdateIn,
  DayOff,
  DaysOff,
  DaysOffIn,
  EntriesOut,
  FollowupDashboard,
  LogIn,
  Member,
  MemberDetail,
  Moves,
  Person,
  RunList,
  RunReport,
} from './model'

type Answer<T> = Promise<{ data?: T; error?: unknown; response: Response }>
interface Call {
  <T>(path: string, options?: object): Answer<T>
}

// The client knows these addresses once it is generated anew: then `api` itself stands here.
const followup = api as unknown as Record<'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE', Call>

const ROOT = '/api/v1/followup'

/** What narrows the list of members, as the server takes it. */
export interface MemberQuery {
  status?: string
  agent_id?: string
  due_within_hours?: number
  branch?: string
}

export const listMembers = (query: MemberQuery, cursor: string | undefined, signal: AbortSignal) =>
  unwrap(
    followup.GET<Keyset<Member>>(`${ROOT}/members`, {
      params: { query: { ...query, cursor, limit: 50 } },
      signal,
    }),
  )

const ofMember = (customer_id: string) => ({ path: { customer_id } })

export const getMember = (customerId: string, signal: AbortSignal) =>
  unwrap(
    followup.GET<MemberDetail>(`${ROOT}/members/{customer_id}`, {
      params: ofMember(customerId),
      signal,
    }),
  )

export const logFollowup = (customerId: string, body: LogIn, key: string) =>
  unwrap(
    followup.POST<MemberDetail>(`${ROOT}/members/{customer_id}/log`, {
      params: ofMember(customerId),
      headers: { 'Idempotency-Key': key },
      body,
    }),
  )

export const revealPhone = (customerId: string) =>
  unwrap(
    followup.POST<{ phone: string | null }>(`${ROOT}/members/{customer_id}/reveal`, {
      params: ofMember(customerId),
      body: {},
    }),
  )

export const withdrawActivity = (activity_id: string) =>
  unwrap(
    api.POST('/api/v1/activities/{activity_id}/withdraw', { params: { path: { activity_id } } }),
  )

export const getMoves = (run_id: string, signal: AbortSignal) =>
  unwrap(
    followup.GET<Moves>(`${ROOT}/moves/{run_id}`, { params: { path: { run_id } }, signal }),
  )

export const createEntries = (cifs: readonly string[]) =>
  unwrap(followup.POST<EntriesOut>(`${ROOT}/entries`, { body: { cifs } }))

export const listAgents = (signal: AbortSignal) =>
  unwrap(followup.GET<AgentList>(`${ROOT}/agents`, { signal }))

export const listCandidates = (signal: AbortSignal) =>
  unwrap(followup.GET<{ items: Person[] }>(`${ROOT}/agents/candidates`, { signal }))

export const createAgent = (body: { user_id: string; capacity: number }) =>
  unwrap(followup.POST<AgentRow>(`${ROOT}/agents`, { body }))

export const updateAgent = (agent_id: string, body: AgentUpdateIn) =>
  unwrap(
    followup.PATCH<{ agent: AgentRow | null }>(`${ROOT}/agents/{agent_id}`, {
      params: { path: { agent_id } },
      body,
    }),
  )

export const reorderAgents = (body: { order_version: number; agent_ids: readonly string[] }) =>
  unwrap(followup.PUT<AgentList>(`${ROOT}/agents/order`, { body }))

export const listDaysOff = (year: number, agent_id: string | undefined, signal: AbortSignal) =>
  unwrap(
    followup.GET<DaysOff>(`${ROOT}/days-off`, { params: { query: { year, agent_id } }, signal }),
  )

export const createDaysOff = (body: DaysOffIn) =>
  unwrap(
    followup.POST<{ items: DayOff[]; uncovered_days: string[] }>(`${ROOT}/days-off`, { body }),
  )

export const cancelDayOff = (day_off_id: string) =>
  unwrap(
    followup.DELETE<undefined>(`${ROOT}/days-off/{day_off_id}`, {
      params: { path: { day_off_id } },
    }),
  )

export const listRuns = (cursor: string | undefined, signal: AbortSignal) =>
  unwrap(
    followup.GET<RunList>(`${ROOT}/runs`, { params: { query: { cursor, limit: 50 } }, signal }),
  )

export const getRun = (run_id: string, signal: AbortSignal) =>
  unwrap(
    followup.GET<RunReport>(`${ROOT}/runs/{run_id}`, { params: { path: { run_id } }, signal }),
  )

export const startRun = () =>
  unwrap(followup.POST<{ run_id: string }>(`${ROOT}/runs`, { body: {} }))

export const getDashboard = (days: number, branch: string | undefined, signal: AbortSignal) =>
  unwrap(
    followup.GET<FollowupDashboard>(`${ROOT}/dashboard`, {
      params: { query: { days, branch } },
      signal,
    }),
  )
