import { keepPreviousData, queryOptions, type QueryClient } from '@tanstack/react-query'

import { keysetOptions } from '~/lib/keyset'
import type { AgentList, MemberDetail, MemberQuery } from './model'
import * as server from './server'

/** What narrows the list of members, as the address says it. */
export interface MemberFilters {
  status?: string
  agent?: string
  due?: string
  branch?: string
}

export const STATUSES = ['ACTIVE', 'PENDING'] as const
/** A window that ends within so many hours; with nought it has ended. */
export const DUE_HOURS: readonly string[] = ['0', '6', '24', '48']

export const isFiltered = ({ status, agent, due, branch }: MemberFilters) =>
  Boolean(status ?? agent ?? due ?? branch)

/** The question to the server; what the address made up is the server's to refuse. */
export function memberQuery({ status, agent, due, branch }: MemberFilters): MemberQuery {
  const hours = due === undefined ? undefined : Number(due)
  return {
    status: STATUSES.find((each) => each === status),
    agent_id: agent,
    due_within_hours: hours !== undefined && Number.isInteger(hours) ? hours : undefined,
    branch,
  }
}

const keys = {
  all: ['followup'] as const,
  members: ['followup', 'members'] as const,
  member: (customerId: string) => ['followup', 'member', customerId] as const,
  agents: ['followup', 'agents'] as const,
  candidates: ['followup', 'candidates'] as const,
  days: ['followup', 'days'] as const,
  runs: ['followup', 'runs'] as const,
  run: (runId: string) => ['followup', 'run', runId] as const,
  dashboard: ['followup', 'dashboard'] as const,
}

export const membersOptions = (filters: MemberFilters) => {
  const query = memberQuery(filters)
  return keysetOptions([...keys.members, query], (cursor, signal) =>
    server.listMembers(query, cursor, signal),
  )
}

export const memberOptions = (customerId: string) =>
  queryOptions({
    queryKey: keys.member(customerId),
    queryFn: ({ signal }) => server.getMember(customerId, signal),
  })

export const movesOptions = (runId: string) =>
  queryOptions({
    queryKey: ['followup', 'moves', runId],
    queryFn: ({ signal }) => server.getMoves(runId, signal),
  })

export const agentsOptions = queryOptions({
  queryKey: keys.agents,
  queryFn: ({ signal }) => server.listAgents(signal),
})

export const candidatesOptions = queryOptions({
  queryKey: keys.candidates,
  queryFn: ({ signal }) => server.listCandidates(signal),
})

export const daysOffOptions = (year: number, agentId: string | undefined) =>
  queryOptions({
    queryKey: [...keys.days, year, agentId],
    queryFn: ({ signal }) => server.listDaysOff(year, agentId, signal),
    placeholderData: keepPreviousData,
  })

export const runsOptions = keysetOptions(keys.runs, (cursor, signal) =>
  server.listRuns(cursor, signal),
)

export const runOptions = (runId: string) =>
  queryOptions({
    queryKey: keys.run(runId),
    queryFn: ({ signal }) => server.getRun(runId, signal),
    retry: false,
  })

export const dashboardOptions = (days: number, branch: string | undefined) =>
  queryOptions({
    queryKey: [...keys.dashboard, days, branch],
    queryFn: ({ signal }) => server.getDashboard(days, branch, signal),
    placeholderData: keepPreviousData,
  })

/** A member as it is now, here and wherever the follow-up shows. */
export function noteMember(client: QueryClient, member: MemberDetail): void {
  const { id } = member.customer
  client.setQueryData(keys.member(id), member)
  void client.invalidateQueries({ queryKey: keys.members })
  void client.invalidateQueries({ queryKey: ['activities'] })
  void client.invalidateQueries({ queryKey: ['timeline', id] })
  void client.invalidateQueries({ queryKey: ['customer360', id] })
}

export const forgetMembers = (client: QueryClient, customerId: string) =>
  Promise.all([
    client.invalidateQueries({ queryKey: keys.members }),
    client.invalidateQueries({ queryKey: keys.member(customerId) }),
  ])

/** The order as it is now; whom a member goes to next follows from it. */
export function noteAgents(client: QueryClient, list?: AgentList): void {
  if (list) client.setQueryData(keys.agents, list)
  else void client.invalidateQueries({ queryKey: keys.agents })
  void client.invalidateQueries({ queryKey: keys.candidates })
  void client.invalidateQueries({ queryKey: keys.members })
}

/** Days off say who is away today, too. */
export const forgetDays = (client: QueryClient) => {
  void client.invalidateQueries({ queryKey: keys.days })
  noteAgents(client)
}

/** A run may have changed everything. */
export const forgetAll = (client: QueryClient) => client.invalidateQueries({ queryKey: keys.all })
