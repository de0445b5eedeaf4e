import { date, dayKey, month } from '~/lib/format'

/** `2026-11` and the months after it, in Simpul's zone. */
export function monthsFrom(now: Date, many: number): string[] {
  const [year = 0, first = 1] = dayKey(now).split('-').map(Number)
  return Array.from({ length: many }, (_, at) => {
    const index = first - 1 + at
    return `${year + Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`
  })
}

/** `Nov 2026`. */
export const monthName = (value: string) =>
  /^\d{4}-\d\d$/.test(value) ? `${month(value)} ${value.slice(0, 4)}` : value

export const span = (from: string, to: string) => `${date(from)} – ${date(to)}`
