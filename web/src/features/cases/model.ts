import type { components, paths } from '~/api/schema.gen'

type Schemas = components['schemas']
export type CaseRow = Schemas['CaseRowOut']
export type Case = Schemas['CaseOut']
/** A step out of the state in which a case rests, as its workflow draws it. */
export type CaseStep = Case['moves'][number]
export type CaseContent = Schemas['CaseContentOut']
export type CaseActivity = Schemas['CaseActivityOut']
export type CaseStatus = CaseRow['status']
export type CasePriority = NonNullable<CaseRow['priority']>
export type MessageState = Schemas['CaseMessageStateOut']
export type CaseOptions = Schemas['CaseOptionsOut']
export type CaseClock = Schemas['CaseClockOut']
export type Assignees = Schemas['CaseAssigneesOut']
export type CaseView = Schemas['CaseViewOut']
export type Reply = Schemas['ReplyOut']
export type Load = Schemas['CaseLoadOut']
export type Worker = Schemas['CaseWorkerOut']
export type KeptFilters = Schemas['CaseViewIn']['filters']
export type CaseSearch = Schemas['CaseSearchIn']
export type ListQuery = NonNullable<paths['/api/v1/cases']['get']['parameters']['query']>
/** The acts that a case's page and the queue offer, as the server names them in `can`. */
export type Act =
  | 'take' | 'assign' | 'claim' | 'escalate' | 'wait' | 'resume' | 'note' | 'message' | 'respond' | 'review' | 'close' | 'reopen' | 'reclassify' | 'extend' | 'decide_extension' | 'attach' | 'move' | 'watch' | 'remind'

export const STATUSES: readonly CaseStatus[] = ['NEW', 'IN_PROGRESS', 'WAITING_INFO', 'ESCALATED', 'RESOLVED', 'CLOSED']
export const OPEN: readonly CaseStatus[] = ['NEW', 'IN_PROGRESS', 'WAITING_INFO', 'ESCALATED']
export const PRIORITIES: readonly CasePriority[] = ['CRITICAL', 'HIGH', 'MEDIUM', 'LOW']
export const isOpen = (one: Pick<CaseRow, 'status'>) => OPEN.includes(one.status)
