import type { AgentRow } from '../model'

export type AgentState = 'FREE' | 'AWAY' | 'SUSPENDED' | 'FULL'

/** What keeps an agent from taking members today, if anything. */
export function stateOf(agent: AgentRow): AgentState {
  if (agent.status === 'SUSPENDED') return 'SUSPENDED'
  if (agent.away) return 'AWAY'
  return agent.free ? 'FREE' : 'FULL'
}
