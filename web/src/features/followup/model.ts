/* The shapes of the follow-up API. */

export interface Person {
  id: string
  full_name: string
}
export interface Agent {
  id: string
  /** None for who left the programme. */
  number: number | null
  name: string
}
export interface Branch {
  code: string
  name: string
}
export interface Skipped {
  number: number
  reason: 'LEAVE' | 'SUSPENDED' | 'CAPACITY'
}
export type MemberStatus = 'ACTIVE' | 'PENDING' | 'ROTATED' | 'LEFT'
/** Why an assignment began. */
export type Reason = 'DEALT' | 'RETURNED' | 'NOT_FOLLOWED_UP' | 'NO_DEPOSIT'
/** Why its present window began anew, or waits. */
export type WindowReason = 'DEPOSIT' | 'ONLY_AGENT' | 'PENDING'

export interface Next {
  number: number
  name: string
  reason: 'NOT_FOLLOWED_UP' | 'NO_DEPOSIT'
  /** The next free agent is the present one. */
  stays: boolean
}

export interface Member {
  customer: { id: string; name: string; phone_masked: string | null; reached: boolean }
  branch: Branch
  agent: Agent
  status: MemberStatus
  started_at: string
  window_started_at: string
  window_ends_at: string
  last_contact_at: string | null
  followed_up_at: string | null
  deposit_at: string | null
  /** As it stands now; none when nobody is free. */
  next: Next | null
  next_skipped: Skipped[]
  skipped: Skipped[]
  reason: Reason
  window_reason: WindowReason | null
  can: { log: boolean; reveal: boolean }
}

export interface Step {
  id: string
  agent: Agent
  number: number
  from_number: number | null
  status: MemberStatus
  reason: Reason
  window_reason: WindowReason | null
  started_at: string
  window_started_at: string
  window_ends_at: string
  ended_at: string | null
  ended_reason: 'NOT_FOLLOWED_UP' | 'NO_DEPOSIT' | 'LEFT' | null
  skipped: Skipped[]
  deposit_at: string | null
  decided_at: string
  run_id: string
}

export interface Contact {
  id: string
  happened_at: string
  activity_type: string
  outcome: string
  note: string | null
  by: Agent | null
}

export interface Deposit {
  occurred_at: string
  /** None where the reader does not see the name. */
  amount: string | null
  kind: string
}

export interface MemberDetail extends Member {
  source: 'IMPORT' | 'API' | 'SEGMENT'
  entered_at: string
  left_at: string | null
  left_reason: 'RULE' | 'CLOSED' | null
  /** The oldest first. */
  path: Step[]
  /** The latest first. */
  followups: Contact[]
  deposits: Deposit[]
}

export const CONTACT_TYPES = ['CALL', 'WHATSAPP', 'VISIT', 'MEETING', 'EMAIL'] as const
export type ContactType = (typeof CONTACT_TYPES)[number]
export const OUTCOMES = [
  'REACHED',
  'NO_ANSWER',
  'CALL_BACK',
  'INTERESTED',
  'NOT_INTERESTED',
  'DONE',
] as const
export type Outcome = (typeof OUTCOMES)[number]

export interface LogIn {
  activity_type: ContactType
  outcome: Outcome | ''
  note: string
  happened_at?: string | null
}

export interface Move {
  customer: { id: string; name: string }
  reason: Reason
  decided_at: string
  from_number: number | null
  to_number: number
  to_name: string
  /** Numbers that had the member, the oldest first. */
  before: number[]
}

export interface Moves {
  run_id: string
  ran_at: string
  lost: Move[]
  gained: Move[]
}

export interface EntriesOut {
  accepted: number
  refused: number
  rows: {
    place: number
    outcome: 'QUEUED' | 'TWICE' | 'UNKNOWN' | 'CLOSED' | 'MEMBER' | 'WAITING'
  }[]
}

export type AwayKind = 'LEAVE' | 'OFF' | 'ABSENCE'

export interface AgentRow {
  id: string
  person: Person
  number: number
  capacity: number
  status: 'ACTIVE' | 'SUSPENDED'
  members: number
  due_soon: number
  away: { kind: AwayKind; first_day: string; last_day: string } | null
  free: boolean
  version: number
}

export interface AgentList {
  items: AgentRow[]
  order_version: number
  can: { manage: boolean }
}

export interface AgentUpdateIn {
  version: number
  capacity: number
  status: 'ACTIVE' | 'SUSPENDED' | 'LEFT'
  reason: string
}

export interface DayRange {
  first_day: string
  last_day: string
}

export interface DayOff extends DayRange {
  id: string
  agent: Agent
  kind: AwayKind
  reason: string
  can: { cancel: boolean }
}

export interface DaysOff {
  year: number
  items: DayOff[]
  /** Days of the year on which every agent is away. */
  uncovered_days: string[]
}

export interface DaysOffIn {
  agent_id: string
  kind: 'LEAVE' | 'OFF'
  reason: string
  ranges: DayRange[]
}

export interface Run {
  id: string
  kind: 'DAILY' | 'REQUESTED'
  ran_at: string
  took_ms: number
  due: number
  rotated: number
  stayed: number
  pending: number
  deposits: number
  dealt: number
  returned: number
  waiting: number
  departed: number
}

export interface RunList {
  items: Run[]
  next_cursor: string | null
  can: { start: boolean }
}

export interface RunReport extends Run {
  reasons: { reason: Reason; count: number }[]
  agents: {
    agent: Agent
    members: number
    capacity: number
    gained: number
    lost: number
    blocked: '' | 'LEAVE' | 'SUSPENDED'
  }[]
  branches: { branch: Branch; not_followed_up: number; no_deposit: number; entered: number }[]
  moves: Move[]
  moves_total: number
}

export interface DayFigures {
  day: string
  not_followed_up: number
  no_deposit: number
  dealt: number
  returned: number
}

export interface AgentFigures {
  agent: Agent
  members: number
  capacity: number
  due_soon: number
  gained: number
  not_followed_up: number
  no_deposit: number
  deposits: number
  /** Per cent of the ended and deposited windows that had a deposit. */
  conversion: number | null
}

export interface FollowupDashboard {
  as_of: string
  active: number
  pending: number
  due_soon: number
  overdue: number
  waiting: number | null
  advance_hours: number
  window_days: number
  days: DayFigures[]
  agents: AgentFigures[]
}
