import { dayKey } from './format'

/** Calendar days of the URL as the half-open span of instants that the API filters by, in Simpul's zone. */
export function span(range: { from?: string; to?: string }): { from?: string; to?: string } {
  const isDay = (value: string | undefined): value is string => value !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(value)
  return {
    from: isDay(range.from) ? `${range.from}T00:00:00+07:00` : undefined,
    to: isDay(range.to) ? `${dayAfter(range.to)}T00:00:00+07:00` : undefined,
  }
}

/** The way back: the calendar days of such a span. */
export const days = (range: { from?: string; to?: string }): { from?: string; to?: string } => ({
  from: range.from && dayKey(range.from),
  // The end is the first instant that no longer counts.
  to: range.to && dayKey(new Date(Date.parse(range.to) - 1)),
})

function dayAfter(day: string): string {
  const next = new Date(`${day}T00:00:00Z`)
  next.setUTCDate(next.getUTCDate() + 1)
  return next.toISOString().slice(0, 10)
}
