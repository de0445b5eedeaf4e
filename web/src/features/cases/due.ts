import type { CaseRow } from './model'

export type Standing = 'done' | 'waiting' | 'late' | 'soon' | 'calm'

type Part = Pick<CaseRow, 'status' | 'due_at' | 'waiting'>

/** What is due within a day is due soon, as the server counts it. */
export const SOON_MS = 24 * 3_600_000

type Unmet = Part & Pick<CaseRow, 'first_response_due_at' | 'first_responded_at'>

/** Whether a clock of an open case that is not met yet is over: its final response, the law's limit, or its first response. */
export function isLate(one: Unmet, now: number): boolean {
  if (standing(one, now).standing === 'late') return true
  const open = one.status !== 'RESOLVED' && one.status !== 'CLOSED'
  return open && one.first_response_due_at !== null && one.first_responded_at === null && Date.parse(one.first_response_due_at) < now
}

/** The late ones first, each group in the order of the list. */
export const lateFirst = <Row extends Unmet>(rows: readonly Row[], now: number): Row[] => [...rows.filter((row) => isLate(row, now)), ...rows.filter((row) => !isLate(row, now))]

/** How a case stands against its due time; `left` is in seconds, negative once it has passed. */
export function standing(one: Part, now: number): { standing: Standing; left: number } {
  const left = Math.floor((Date.parse(one.due_at) - now) / 1000)
  if (one.status === 'RESOLVED' || one.status === 'CLOSED') return { standing: 'done', left }
  // Late stays late, whoever is waited for.
  if (left < 0) return { standing: 'late', left }
  if (one.waiting) return { standing: 'waiting', left }
  return { standing: left * 1000 <= SOON_MS ? 'soon' : 'calm', left }
}
