/* The shapes of the follow-up programme as the pages know them. */
import type { components, paths } from '~/api/schema.gen'

type Schemas = components['schemas']

/** An agent; without a number one who left the programme. */
export type Agent = Schemas['FollowupAgentRefOut']
export type Branch = Schemas['FollowupBranchOut']
export type Skipped = Schemas['SkippedOut']
export type Member = Schemas['FollowupMemberOut']
export type MemberDetail = Schemas['MemberDetailOut']
export type MemberStatus = Member['status']
/** Why an assignment began. */
export type Reason = Member['reason']
/** Who gets the member when its window ends, as it stands now. */
export type Next = NonNullable<Member['next']>
export type Step = Schemas['FollowupStepOut']
export type Contact = Schemas['FollowupContactOut']
export type Deposit = Schemas['DepositOut']
export type Move = Schemas['MoveOut']
export type EntriesOut = Schemas['EntriesOut']
export type AgentRow = Schemas['FollowupAgentOut']
export type AgentList = Schemas['FollowupAgentsOut']
export type AgentUpdateIn = Required<Schemas['FollowupAgentUpdateIn']>
export type DayRange = Schemas['DayRangeIn']
export type DayOff = Schemas['DayOffOut']
export type DaysOffIn = Required<Schemas['DaysOffIn']>
export type AwayKind = DayOff['kind']
export type Run = Schemas['FollowupRunOut']
export type RunReport = Schemas['FollowupRunReportOut']
export type DayFigures = Schemas['RotationDayOut']
export type AgentFigures = Schemas['PerformanceOut']
export type FollowupDashboard = Schemas['FollowupDashboardOut']

/** What narrows the list of members, as the server takes it. */
export type MemberQuery = Omit<
  NonNullable<paths['/api/v1/followup/members']['get']['parameters']['query']>,
  'cursor' | 'limit'
>

export type LogIn = Schemas['FollowupLogIn']
export type ContactType = LogIn['activity_type']
export type Outcome = Exclude<LogIn['outcome'], ''>

export const CONTACT_TYPES = ['CALL', 'WHATSAPP', 'VISIT', 'MEETING', 'EMAIL'] as const
export const OUTCOMES = [
  'REACHED',
  'NO_ANSWER',
  'CALL_BACK',
  'INTERESTED',
  'NOT_INTERESTED',
  'DONE',
] as const
