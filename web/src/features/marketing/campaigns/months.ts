/* The days of a month as weeks from Monday, and where the bars of campaigns lie on them. Days are YYYY-MM-DD in Simpul's zone. */
import { dayKey } from '~/lib/format'
import type { Planned } from './query'

const DAY_MS = 86_400_000
const utc = (day: string) => new Date(`${day}T00:00:00Z`)
const shift = (day: string, by: number) => new Date(utc(day).getTime() + by * DAY_MS).toISOString().slice(0, 10)

/** Of an address that made something else up, the present month. */
export const monthOf = (text: string | undefined, now = new Date()) => (text && /^\d{4}-(0[1-9]|1[0-2])$/.test(text) ? text : dayKey(now).slice(0, 7))

export function monthAfter(month: string, by: number): string {
  const [year = 0, number = 1] = month.split('-').map(Number)
  return new Date(Date.UTC(year, number - 1 + by, 1)).toISOString().slice(0, 7)
}

/** Whole weeks, so that the grid has no holes. */
export function weeksOf(month: string): string[][] {
  const first = `${month}-01`
  const start = shift(first, -((utc(first).getUTCDay() + 6) % 7))
  const end = `${monthAfter(month, 1)}-01`
  const weeks: string[][] = []
  for (let day = start; day < end; day = shift(day, 7)) weeks.push(Array.from({ length: 7 }, (_, index) => shift(day, index)))
  return weeks
}

/** The instants from which and until which such a month is asked for. */
export function spanOf(month: string): { since: string; until: string } {
  const weeks = weeksOf(month)
  return { since: `${weeks[0]?.[0]}T00:00:00+07:00`, until: `${shift(weeks.at(-1)?.[6] ?? '', 1)}T00:00:00+07:00` }
}

export const daysOf = (each: Planned, today: string) => {
  const from = dayKey(each.starts_at)
  // What runs has no end yet: it lies on every day up to this one.
  const to = each.ends_at ? dayKey(each.ends_at) : each.status === 'RUNNING' || each.status === 'PAUSED' ? today : from
  return { from, to: to < from ? from : to }
}

export interface Bar {
  planned: Planned
  /** From which column of the week, and over how many. */
  column: number
  span: number
  lane: number
  /** It goes on from the week before, or into the next. */
  before: boolean
  after: boolean
}

/** The bars of one week, each in the highest lane that is free over its days. */
export function barsOf(week: readonly string[], items: readonly Planned[], today: string): Bar[] {
  const [first = '', last = ''] = [week[0], week.at(-1)]
  const taken: number[] = []
  return items
    .map((planned) => ({ planned, ...daysOf(planned, today) }))
    .filter(({ from, to }) => from <= last && to >= first)
    .sort((one, other) => (one.from === other.from ? (one.to > other.to ? -1 : 1) : one.from < other.from ? -1 : 1))
    .map(({ planned, from, to }) => {
      const column = from < first ? 0 : week.indexOf(from)
      const end = to > last ? 6 : week.indexOf(to)
      let lane = taken.findIndex((until) => until < column)
      if (lane === -1) lane = taken.length
      taken[lane] = end
      return { planned, column, span: end - column + 1, lane, before: from < first, after: to > last }
    })
}
