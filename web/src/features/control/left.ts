/* How long a proposal still waits, in the two largest units that say something. */
const HOUR = 60
const DAY = 24 * HOUR

export interface Left {
  unit: 'days' | 'hours' | 'minutes'
  count: number
}

/** The parts of the time until an instant; none when it has passed. */
export function timeLeft(until: string, now: Date): Left[] {
  const minutes = Math.floor((Date.parse(until) - now.getTime()) / 60_000)
  if (minutes <= 0) return []
  const parts: Left[] = [
    { unit: 'days', count: Math.floor(minutes / DAY) },
    { unit: 'hours', count: Math.floor((minutes % DAY) / HOUR) },
    { unit: 'minutes', count: minutes % HOUR },
  ]
  const first = parts.findIndex((part) => part.count > 0)
  return parts.slice(first, first + 2).filter((part) => part.count > 0)
}
