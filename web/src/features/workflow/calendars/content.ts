import type { CalendarContent, CalendarDay, CalendarHoliday, CalendarInterval } from '~/api/models'

export type DayKind = CalendarDay['kind']
export type DayWord = 'WORK' | 'OFF' | DayKind

/** What a day is, whether it is worked, and what the library would change about it. */
export interface DayState {
  word: DayWord
  works: boolean
  rule?: CalendarDay
  holiday?: CalendarHoliday
  proposal?: 'ADD' | 'REMOVE'
}

/** Monday is 0, as in a content's week. */
export const weekdayOf = (day: string) => (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7

export function shiftDay(day: string, by: number): string {
  const date = new Date(`${day}T00:00:00Z`)
  date.setUTCDate(date.getUTCDate() + by)
  return date.toISOString().slice(0, 10)
}

/** The same day of another month, or that month's last when it is shorter. */
export function shiftMonth(day: string, by: number): string {
  const first = new Date(`${day.slice(0, 7)}-01T00:00:00Z`)
  first.setUTCMonth(first.getUTCMonth() + by)
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate()
  first.setUTCDate(Math.min(Number(day.slice(8)), last))
  return first.toISOString().slice(0, 10)
}

/** The days of a month in weeks from Monday; null where another month's day would stand. */
export function weeksOf(year: number, month: number): (string | null)[][] {
  const days = new Date(Date.UTC(year, month + 1, 0)).getUTCDate()
  const first = `${year}-${String(month + 1).padStart(2, '0')}-01`
  const cells: (string | null)[] = [
    ...Array.from({ length: weekdayOf(first) }, () => null),
    ...Array.from({ length: days }, (_, index) => `${first.slice(0, 8)}${String(index + 1).padStart(2, '0')}`),
  ]
  while (cells.length % 7) cells.push(null)
  return Array.from({ length: cells.length / 7 }, (_, index) => cells.slice(index * 7, index * 7 + 7))
}

export const daysOf = (year: number) => Array.from({ length: 12 }, (_, month) => weeksOf(year, month).flat()).flat().filter((day) => day !== null)

export function dayState(content: CalendarContent, day: string, rule: CalendarDay | undefined, holiday: CalendarHoliday | undefined): DayState {
  const weekly = (content.weekly[weekdayOf(day)]?.length ?? 0) > 0
  const plain: DayState = { word: weekly ? 'WORK' : 'OFF', works: weekly, rule, holiday }
  if (content.region && holiday && !rule) return { ...plain, proposal: 'ADD' }
  if (!rule || rule.decision === 'REJECTED') return plain
  const proposal = content.region && rule.proposed && !holiday ? 'REMOVE' : undefined
  if (rule.kind === 'SPECIAL') return { word: 'SPECIAL', works: true, rule, holiday, proposal }
  const works = rule.kind === 'JOINT_LEAVE' && weekly && (rule.works ?? content.joint_leave_works)
  return { word: rule.kind, works, rule, holiday, proposal }
}

/** The state of every day of a year, by day. */
export function yearStates(content: CalendarContent, year: number, holidays: readonly CalendarHoliday[]): Map<string, DayState> {
  const rules = new Map(content.days.map((rule) => [rule.day, rule]))
  const known = new Map(holidays.map((holiday) => [holiday.day, holiday]))
  return new Map(daysOf(year).map((day) => [day, dayState(content, day, rules.get(day), known.get(day))]))
}

export const withRule = (content: CalendarContent, rule: CalendarDay): CalendarContent => ({
  ...content,
  days: [...content.days.filter((each) => each.day !== rule.day), rule].sort((a, b) => a.day.localeCompare(b.day)),
})

export const withoutRule = (content: CalendarContent, day: string): CalendarContent => ({
  ...content,
  days: content.days.filter((each) => each.day !== day),
})

export const ruleOf = (holiday: CalendarHoliday, decision: CalendarDay['decision']): CalendarDay => ({
  day: holiday.day,
  kind: holiday.kind,
  decision,
  name: holiday.name,
  works: null,
  intervals: null,
  proposed: true,
  estimated: holiday.estimated,
})

/** The content after a proposal was decided. A day that the library took back goes, or stays as the organisation's own. */
export function decided(content: CalendarContent, state: DayState, day: string, decision: CalendarDay['decision']): CalendarContent {
  if (state.proposal === 'REMOVE' && state.rule) {
    return decision === 'APPROVED' ? withoutRule(content, day) : withRule(content, { ...state.rule, proposed: false })
  }
  return state.holiday ? withRule(content, ruleOf(state.holiday, decision)) : content
}

/** In how many places two contents differ: fields, weekdays and days. */
export function countChanges(before: CalendarContent, after: CalendarContent): number {
  const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b)
  const head = (['title', 'zone', 'region', 'joint_leave_works'] as const).filter((key) => !same(before[key], after[key])).length
  const week = after.weekly.filter((day, index) => !same(day, before.weekly[index])).length
  const old = new Map(before.days.map((rule) => [rule.day, rule]))
  const now = new Map(after.days.map((rule) => [rule.day, rule]))
  const days = new Set([...old.keys(), ...now.keys()])
  return head + week + [...days].filter((day) => !same(comparable(old.get(day)), comparable(now.get(day)))).length
}

const comparable = (rule: CalendarDay | undefined) =>
  rule && [rule.kind, rule.decision, rule.name.id, rule.name.en, rule.works, rule.intervals?.map((each) => [each.opens, each.closes]), rule.proposed, rule.estimated]

/** The days whose rule is not the one in force; none for a calendar that was never approved. */
export function changedDays(published: CalendarContent | undefined, content: CalendarContent): Set<string> {
  if (!published) return new Set()
  const written = (days: readonly CalendarDay[]) => new Map(days.map((rule) => [rule.day, JSON.stringify(rule)]))
  const before = written(published.days)
  const after = written(content.days)
  return new Set([...before.keys(), ...after.keys()].filter((day) => before.get(day) !== after.get(day)))
}

/** Minutes of the day of a written time; 24:00 is 1440. */
export const minutes = (clock: string) => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5))

export const clockOf = (value: number) => `${String(Math.floor(value / 60)).padStart(2, '0')}:${String(value % 60).padStart(2, '0')}`

/** `8`, `8.30`, `0830` and `08:30` are times; null when it is none. */
export function readClock(written: string): string | null {
  const match = /^(\d{1,2})(?:[.:]?(\d{2}))?$/.exec(written.trim())
  if (!match) return null
  const value = Number(match[1]) * 60 + Number(match[2] ?? 0)
  return Number(match[2] ?? 0) < 60 && value <= 1440 ? clockOf(value) : null
}

export const hoursOf = (intervals: readonly CalendarInterval[]) => intervals.reduce((sum, each) => sum + minutes(each.closes) - minutes(each.opens), 0) / 60

export type IntervalProblem = 'order' | 'overlap'

/** What is wrong with each interval of a day, by its place; nothing when all is well. */
export function intervalProblems(intervals: readonly CalendarInterval[]): Map<number, IntervalProblem> {
  const found = new Map<number, IntervalProblem>()
  const sorted = intervals.map((each, index) => ({ index, from: minutes(each.opens), to: minutes(each.closes) })).sort((a, b) => a.from - b.from)
  let end = -1
  for (const { index, from, to } of sorted) {
    if (from >= to) found.set(index, 'order')
    else if (from < end) found.set(index, 'overlap')
    end = Math.max(end, to)
  }
  return found
}

/** Where the next interval of a day would go: an hour after the last, at most to midnight; null when the day is full. */
export function nextInterval(intervals: readonly CalendarInterval[]): CalendarInterval | null {
  if (intervals.length === 0) return { opens: '08:00', closes: '17:00' }
  const last = Math.max(...intervals.map((each) => minutes(each.closes)))
  const from = Math.min(last + 60, 1380)
  return from < last || last >= 1440 ? null : { opens: clockOf(from), closes: clockOf(Math.min(from + 240, 1440)) }
}
