/* Days of a year as YYYY-MM-DD: how its months are laid out, and which ranges chosen days make. */
import type { DayRange } from '../model'

const DAY_MS = 86_400_000
const at = (day: string) => Date.parse(`${day}T00:00:00Z`)
const keyOf = (instant: number) => new Date(instant).toISOString().slice(0, 10)

export const dayAfter = (day: string, days = 1) => keyOf(at(day) + days * DAY_MS)

/** 0 for Monday to 6 for Sunday. */
export const weekdayOf = (day: string) => (new Date(at(day)).getUTCDay() + 6) % 7

export interface Month {
  /** YYYY-MM. */
  month: string
  /** Empty places before the first, in weeks that begin on Monday. */
  before: number
  days: string[]
}

export function monthsOf(year: number): Month[] {
  return Array.from({ length: 12 }, (_, index) => {
    const month = `${year}-${String(index + 1).padStart(2, '0')}`
    const length = new Date(Date.UTC(year, index + 1, 0)).getUTCDate()
    const days = Array.from({ length }, (_, day) => `${month}-${String(day + 1).padStart(2, '0')}`)
    return { month, before: weekdayOf(`${month}-01`), days }
  })
}

/** Every day from one to another, whichever of them comes first. */
export function daysBetween(one: string, other: string): string[] {
  const [first, last] = one <= other ? [one, other] : [other, one]
  const days: string[] = []
  for (let day = first; day <= last; day = dayAfter(day)) days.push(day)
  return days
}

/** Days that follow each other become one range. */
export function rangesOf(days: Iterable<string>): DayRange[] {
  const ranges: DayRange[] = []
  for (const day of [...new Set(days)].sort()) {
    const last = ranges.at(-1)
    if (last && dayAfter(last.last_day) === day) last.last_day = day
    else ranges.push({ first_day: day, last_day: day })
  }
  return ranges
}

/** What stands on each day of a year; of two ranges on one day the first holds. */
export function byDay<Range extends DayRange>(
  ranges: readonly Range[],
  year: number,
): Map<string, Range> {
  const found = new Map<string, Range>()
  for (const range of ranges) {
    const first = range.first_day < `${year}-01-01` ? `${year}-01-01` : range.first_day
    const last = range.last_day > `${year}-12-31` ? `${year}-12-31` : range.last_day
    if (first > last) continue
    for (const day of daysBetween(first, last)) if (!found.has(day)) found.set(day, range)
  }
  return found
}

/** The weekends of a year from a day on. */
export const weekendsOf = (year: number, from: string) =>
  monthsOf(year).flatMap((month) => month.days.filter((day) => day >= from && weekdayOf(day) > 4))

const STEPS: Record<string, number> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 }

/** The day that a key leads to, within the year; nothing for other keys. */
export function dayByKey(day: string, key: string): string | undefined {
  const year = day.slice(0, 4)
  const step = STEPS[key]
  const next =
    step !== undefined
      ? dayAfter(day, step)
      : key === 'Home'
        ? `${day.slice(0, 8)}01`
        : key === 'End'
          ? monthsOf(Number(year))[Number(day.slice(5, 7)) - 1]?.days.at(-1)
          : key === 'PageUp'
            ? sameDay(day, -1)
            : key === 'PageDown'
              ? sameDay(day, 1)
              : undefined
  return next?.startsWith(year) ? next : undefined
}

/** The same day of another month, or its last. */
function sameDay(day: string, step: number): string | undefined {
  const month = monthsOf(Number(day.slice(0, 4)))[Number(day.slice(5, 7)) - 1 + step]
  return month && (month.days[Number(day.slice(8)) - 1] ?? month.days.at(-1))
}
