/* Every call of the follow-up API, in one place. */
import { api } from '~/api/client'
import { unwrap } from '~/api/problem'
import type { AgentUpdateIn, DaysOffIn, LogIn, MemberQuery } from './model'

export const listMembers = (query: MemberQuery, cursor: string | undefined, signal: AbortSignal) =>
  unwrap(
    api.GET('/api/v1/followup/members', {
      params: { query: { ...query, cursor, limit: 50 } },
      signal,
    }),
  )

const ofMember = (customer_id: string) => ({ path: { customer_id } })

export const getMember = (customerId: string, signal: AbortSignal) =>
  unwrap(
    api.GET('/api/v1/followup/members/{customer_id}', { params: ofMember(customerId), signal }),
  )

export const logFollowup = (customerId: string, body: LogIn, key: string) =>
  unwrap(
    api.POST('/api/v1/followup/members/{customer_id}/log', {
      params: ofMember(customerId),
      headers: { 'Idempotency-Key': key },
      body,
    }),
  )

export const revealPhone = (customerId: string) =>
  unwrap(
    api.POST('/api/v1/followup/members/{customer_id}/reveal', {
      params: ofMember(customerId),
      body: {},
    }),
  )

export const withdrawActivity = (activity_id: string) =>
  unwrap(
    api.POST('/api/v1/activities/{activity_id}/withdraw', { params: { path: { activity_id } } }),
  )

export const getMoves = (run_id: string, signal: AbortSignal) =>
  unwrap(api.GET('/api/v1/followup/moves/{run_id}', { params: { path: { run_id } }, signal }))

export const createEntries = (cifs: string[]) =>
  unwrap(api.POST('/api/v1/followup/entries', { body: { cifs } }))

export const listAgents = (signal: AbortSignal) =>
  unwrap(api.GET('/api/v1/followup/agents', { signal }))

export const listCandidates = (signal: AbortSignal) =>
  unwrap(api.GET('/api/v1/followup/agents/candidates', { signal }))

export const createAgent = (body: { user_id: string; capacity: number }) =>
  unwrap(api.POST('/api/v1/followup/agents', { body }))

export const updateAgent = (agent_id: string, body: AgentUpdateIn) =>
  unwrap(
    api.PATCH('/api/v1/followup/agents/{agent_id}', { params: { path: { agent_id } }, body }),
  )

export const reorderAgents = (body: { order_version: number; agent_ids: string[] }) =>
  unwrap(api.PUT('/api/v1/followup/agents/order', { body }))

export const listDaysOff = (year: number, agent_id: string | undefined, signal: AbortSignal) =>
  unwrap(api.GET('/api/v1/followup/days-off', { params: { query: { year, agent_id } }, signal }))

export const createDaysOff = (body: DaysOffIn) =>
  unwrap(api.POST('/api/v1/followup/days-off', { body }))

export const cancelDayOff = (day_off_id: string) =>
  unwrap(
    api.DELETE('/api/v1/followup/days-off/{day_off_id}', { params: { path: { day_off_id } } }),
  )

export const listRuns = (cursor: string | undefined, signal: AbortSignal) =>
  unwrap(api.GET('/api/v1/followup/runs', { params: { query: { cursor, limit: 50 } }, signal }))

export const getRun = (run_id: string, signal: AbortSignal) =>
  unwrap(api.GET('/api/v1/followup/runs/{run_id}', { params: { path: { run_id } }, signal }))

export const startRun = () => unwrap(api.POST('/api/v1/followup/runs', { body: {} }))

export const getDashboard = (days: number, branch: string | undefined, signal: AbortSignal) =>
  unwrap(api.GET('/api/v1/followup/dashboard', { params: { query: { days, branch } }, signal }))
