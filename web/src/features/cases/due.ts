import type { CaseRow } from './model'

export type Standing = 'done' | 'waiting' | 'late' | 'soon' | 'calm'

type Part = Pick<CaseRow, 'status' | 'next_due_at' | 'waiting'>

/** What is due within a day is due soon, as the server counts it. */
export const SOON_MS = 24 * 3_600_000

/** Whether a clock of an open case that is not met yet is over: its final response, the law's limit, or its first response. */
export const isLate = (one: Part, now: number): boolean => standing(one, now).standing === 'late'

/** How a case stands against the nearest of its unmet clocks; `left` is in seconds, negative once it has passed. */
export function standing(one: Part, now: number): { standing: Standing; left: number } {
  const left = Math.floor((Date.parse(one.next_due_at) - now) / 1000)
  if (one.status === 'RESOLVED' || one.status === 'CLOSED') return { standing: 'done', left }
  // Late stays late, whoever is waited for.
  if (left < 0) return { standing: 'late', left }
  if (one.waiting) return { standing: 'waiting', left }
  return { standing: left * 1000 <= SOON_MS ? 'soon' : 'calm', left }
}
