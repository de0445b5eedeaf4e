/* A countdown that moves nothing: always as many figures, and how near the end is. */

export type Nearness = 'OVER' | 'HOURS' | 'DAY' | 'LATER'

const HOUR = 3_600
const DAY = 24 * HOUR
/** Less than this is a matter of hours. */
const NEAR_HOURS = 6

/** Whole seconds until an instant; nought when it has passed. */
export const secondsUntil = (instant: string, now: number): number =>
  Math.max(0, Math.ceil((Date.parse(instant) - now) / 1000))

export function nearness(seconds: number): Nearness {
  if (seconds <= 0) return 'OVER'
  if (seconds <= NEAR_HOURS * HOUR) return 'HOURS'
  return seconds <= DAY ? 'DAY' : 'LATER'
}

const two = (value: number) => String(value).padStart(2, '0')

/** Whole days, and the rest as `23:05:09`. */
export function countdownParts(seconds: number): { days: number; clock: string } {
  const left = Math.max(0, Math.ceil(seconds))
  const rest = left % DAY
  return {
    days: Math.floor(left / DAY),
    clock: [Math.floor(rest / HOUR), Math.floor(rest / 60) % 60, rest % 60].map(two).join(':'),
  }
}
