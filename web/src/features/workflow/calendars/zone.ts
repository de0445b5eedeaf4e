import i18next from 'i18next'

const SHORT: Record<string, string> = { 'Asia/Jakarta': 'WIB', 'Asia/Pontianak': 'WIB', 'Asia/Makassar': 'WITA', 'Asia/Jayapura': 'WIT' }
const cache = new Map<string, Intl.DateTimeFormat>()
const locale = () => (i18next.language === 'en' ? 'en-GB' : 'id-ID')

function format(tag: string, zone: string, name: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${tag} ${zone} ${name}`
  let found = cache.get(key)
  if (!found) cache.set(key, (found = new Intl.DateTimeFormat(tag, { ...options, timeZone: zone })))
  return found
}

/** `WIB` where the country has a word for it, else the zone's own name. */
export const zoneWord = (zone: string) => SHORT[zone] ?? zone.replaceAll('_', ' ')

export const isZone = (zone: string): boolean => {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: zone }))
  } catch {
    return false
  }
}

/** The zones that may be chosen: those of Indonesia first. */
export function zones(): string[] {
  const ours = ['Asia/Jakarta', 'Asia/Makassar', 'Asia/Jayapura']
  return [...ours, ...Intl.supportedValuesOf('timeZone').filter((zone) => !ours.includes(zone) && zone.includes('/')), 'UTC']
}

/** The wall clock of a zone at an instant: day, HH:MM. */
export function wallOf(zone: string, instant: Date): { day: string; clock: string } {
  const parts = format('en-CA', zone, 'wall', { year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })
  const found = Object.fromEntries(parts.formatToParts(instant).map((part) => [part.type, part.value]))
  return { day: `${found.year}-${found.month}-${found.day}`, clock: `${found.hour}:${found.minute}` }
}

/** The instant at which the zone's clock shows this; the first of the two when it does so twice. */
export function instantOf(zone: string, day: string, clock: string): Date {
  const wanted = Date.parse(`${day}T${clock === '24:00' ? '23:59' : clock}:00Z`)
  const shown = (at: number) => {
    const wall = wallOf(zone, new Date(at))
    return Date.parse(`${wall.day}T${wall.clock}:00Z`)
  }
  // Twice: the offset may change between the guess and the answer.
  let at = wanted - (shown(wanted) - wanted)
  at += wanted - shown(at)
  return new Date(at + (clock === '24:00' ? 60_000 : 0))
}

const plainDay = (day: string) => new Date(`${day}T00:00:00Z`)

/** `17 Agu`. */
export const dayMonth = (day: string) => format(locale(), 'UTC', 'dayMonth', { day: 'numeric', month: 'short' }).format(plainDay(day))

export const monthShort = (month: number) => format(locale(), 'UTC', 'monthShort', { month: 'short' }).format(new Date(Date.UTC(2026, month, 15)))

/** `Sen, 17 Agu 2026`, or without the year. */
export const dayShort = (day: string, year = true) =>
  format(locale(), 'UTC', `short${year}`, { weekday: 'short', day: 'numeric', month: 'short', ...(year && { year: 'numeric' }) }).format(plainDay(day))

/** `Senin, 17 Agustus 2026`. */
export const dayLong = (day: string) =>
  format(locale(), 'UTC', 'long', { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' }).format(plainDay(day))

export const monthLong = (month: number) => format(locale(), 'UTC', 'month', { month: 'long' }).format(new Date(Date.UTC(2026, month, 15)))

export const monthYear = (day: string) => format(locale(), 'UTC', 'monthYear', { month: 'long', year: 'numeric' }).format(plainDay(day))

/** Monday is 0. */
export const weekdayLong = (weekday: number) => format(locale(), 'UTC', 'weekday', { weekday: 'long' }).format(new Date(Date.UTC(2026, 7, 17 + weekday)))

export const weekdayShort = (weekday: number) => format(locale(), 'UTC', 'weekdayShort', { weekday: 'short' }).format(new Date(Date.UTC(2026, 7, 17 + weekday)))

/** `14.05` in Indonesian, `14:05` in English; the end of a day is 24.00. */
export const clockWord = (clock: string) => (i18next.language === 'en' ? clock : clock.replace(':', '.'))

/** The wall clock of an instant in a zone, as it is read. */
export const timeIn = (zone: string, instant: string) => clockWord(wallOf(zone, new Date(instant)).clock)

/** `Sen, 17 Agu 2026 09.00 WIB`. */
export const dateTimeIn = (zone: string, instant: string) => {
  const wall = wallOf(zone, new Date(instant))
  return `${dayShort(wall.day)} ${clockWord(wall.clock)} ${zoneWord(zone)}`
}
