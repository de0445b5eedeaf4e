import i18next from 'i18next'

/** Simpul shows one clock: Western Indonesian Time, whatever the zone of the computer. */
export const ZONE = 'Asia/Jakarta'
const ZONE_LABEL = 'WIB'

type Kind = 'money' | 'moneyCents' | 'compact' | 'number' | 'decimal' | 'date' | 'time' | 'timeSeconds' | 'weekday' | 'month' | 'day' | 'dayMonth' | 'weekdayShort'
const cache = new Map<string, Intl.NumberFormat | Intl.DateTimeFormat>()

const options: Record<Kind, Intl.NumberFormatOptions | Intl.DateTimeFormatOptions> = {
  money: { style: 'currency', currency: 'IDR', minimumFractionDigits: 0, maximumFractionDigits: 0 },
  moneyCents: { style: 'currency', currency: 'IDR', minimumFractionDigits: 2, maximumFractionDigits: 2 },
  compact: { notation: 'compact', maximumFractionDigits: 1 },
  number: {},
  decimal: { minimumFractionDigits: 1, maximumFractionDigits: 1 },
  date: { day: 'numeric', month: 'short', year: 'numeric', timeZone: ZONE },
  time: { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone: ZONE },
  timeSeconds: { hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23', timeZone: ZONE },
  weekday: { weekday: 'long', timeZone: ZONE },
  weekdayShort: { weekday: 'short', timeZone: ZONE },
  month: { month: 'short', timeZone: ZONE },
  dayMonth: { day: 'numeric', month: 'short', timeZone: ZONE },
  day: { year: 'numeric', month: '2-digit', day: '2-digit', timeZone: ZONE },
}

const isNumberKind = (kind: Kind) => kind === 'money' || kind === 'moneyCents' || kind === 'compact' || kind === 'number' || kind === 'decimal'
const locale = () => (i18next.language === 'en' ? 'en-GB' : 'id-ID')

function formatter(kind: Kind, forced?: string) {
  const tag = forced ?? locale()
  const key = `${tag}:${kind}`
  let found = cache.get(key)
  if (!found) {
    found = isNumberKind(kind)
      ? new Intl.NumberFormat(tag, options[kind] as Intl.NumberFormatOptions)
      : new Intl.DateTimeFormat(tag, options[kind] as Intl.DateTimeFormatOptions)
    cache.set(key, found)
  }
  return found
}

const asNumber = (value: number | string) => (typeof value === 'number' ? value : Number(value))
const num = (kind: Kind, value: number | string, forced?: string) => (formatter(kind, forced) as Intl.NumberFormat).format(asNumber(value))
const dt = (kind: Kind, value: Date, forced?: string) => (formatter(kind, forced) as Intl.DateTimeFormat).format(value)

/** `Rp 1.250.000` in both languages: a rupiah figure is written the Indonesian way. Cents show only when there are some. */
export function money(amount: number | string, currency = 'IDR'): string {
  const value = asNumber(amount)
  const whole = Math.round(value * 100) % 100 === 0
  const text = num(whole ? 'money' : 'moneyCents', value, 'id-ID')
  return currency === 'IDR' ? text : text.replace('Rp', currency)
}

/** `Rp 1,2 jt`: for bars and cards where the exact figure stands in the tooltip. */
export const moneyShort = (amount: number | string, currency = 'IDR') => `${currency === 'IDR' ? 'Rp' : currency}\u00a0${num('compact', amount, 'id-ID')}`

export const count = (value: number) => num('number', value)

/** `2,0`: always with one decimal, so that a column of them lines up. */
export const decimal = (value: number) => num('decimal', value)

const UNITS = ['B', 'kB', 'MB', 'GB']

/** `840 B`, `12,5 kB`, `3 MB`: at most one decimal. */
export function fileSize(bytes: number): string {
  const step = Math.min(UNITS.length - 1, Math.floor(Math.log10(Math.max(1, bytes)) / 3))
  return `${count(Math.round((bytes / 1000 ** step) * 10) / 10)}\u00a0${UNITS[step]}`
}

export const date = (value: string) => dt('date', asDate(value))

/** `14.05` in Indonesian, `14:05` in English. */
export const time = (value: string) => dt('time', asDate(value))

/** `14.05.09`: where rows follow each other within a minute. */
export const timeSeconds = (value: string) => dt('timeSeconds', asDate(value))

/** `21 Nov 2026 14.05 WIB`. */
export const dateTime = (value: string) => `${date(value)} ${time(value)} ${ZONE_LABEL}`

/** A date without a time keeps its calendar day, whatever the zone. */
function asDate(value: string): Date {
  return /^\d{4}-\d{2}-\d{2}$/.test(value) ? new Date(`${value}T12:00:00+07:00`) : new Date(value)
}

/** `2026-11-21`: the calendar day of an instant in Simpul's zone, for grouping. */
export const dayKey = (value: string | Date) => dt('day', value instanceof Date ? value : asDate(value), 'en-CA')

const monthName = (value: string) => dt('month', asDate(`${value.slice(0, 7)}-15`))
export const month = monthName

export function dayHeading(value: string, now: Date, words: { today: string; yesterday: string }): string {
  const key = dayKey(value)
  const full = date(value)
  if (key === dayKey(now)) return `${words.today}, ${full}`
  if (key === dayKey(new Date(now.getTime() - 86_400_000))) return `${words.yesterday}, ${full}`
  return `${dt('weekday', asDate(value))}, ${full}`
}

/** The same day for a narrow column: `19 Nov` over the weekday, or over the year when it is not this year's. */
export function dayShort(value: string, now: Date, words: { today: string; yesterday: string }): [day: string, beside: string] {
  const key = dayKey(value)
  const day = dt('dayMonth', asDate(value))
  if (key === dayKey(now)) return [day, words.today]
  if (key === dayKey(new Date(now.getTime() - 86_400_000))) return [day, words.yesterday]
  return [day, key.slice(0, 4) === dayKey(now).slice(0, 4) ? dt('weekdayShort', asDate(value)) : key.slice(0, 4)]
}

const STEPS: [Intl.RelativeTimeFormatUnit, number][] = [
  ['year', 31_536_000],
  ['month', 2_592_000],
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
]
const relatives = new Map<string, Intl.RelativeTimeFormat>()

/** `3 menit yang lalu`; under a minute it is `sekarang`. */
export function relative(value: string, now: Date): string {
  const tag = locale()
  let format = relatives.get(tag)
  if (!format) relatives.set(tag, (format = new Intl.RelativeTimeFormat(tag, { numeric: 'auto' })))
  const seconds = Math.round((new Date(value).getTime() - now.getTime()) / 1000)
  for (const [unit, size] of STEPS) {
    if (Math.abs(seconds) >= size) return format.format(Math.trunc(seconds / size), unit)
  }
  return format.format(0, 'second')
}

/** `1:05` for a countdown; never negative. */
export function clock(seconds: number): string {
  const left = Math.max(0, Math.ceil(seconds))
  return `${Math.floor(left / 60)}:${String(left % 60).padStart(2, '0')}`
}
