/* The window of a member: what a deposit within it means before the next run has noted it. */
import type { Member } from './model'

type Window = Pick<Member, 'deposit_at' | 'window_started_at' | 'window_ends_at'>

/** There was a deposit since the window began: it begins anew from there, and the member stays. */
export const isKept = ({ deposit_at, window_started_at }: Window): boolean =>
  deposit_at !== null && Date.parse(deposit_at) > Date.parse(window_started_at)

/** When the window ends, counted from such a deposit where there is one. */
export function endOf(window: Window): string {
  const { deposit_at, window_started_at, window_ends_at } = window
  if (deposit_at === null || !isKept(window)) return window_ends_at
  const length = Date.parse(window_ends_at) - Date.parse(window_started_at)
  return new Date(Date.parse(deposit_at) + length).toISOString()
}

/** The nearest end first. */
export const byEnd = <Row extends Window>(rows: readonly Row[]): Row[] =>
  [...rows].sort((one, other) => Date.parse(endOf(one)) - Date.parse(endOf(other)))
