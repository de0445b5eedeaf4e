import i18next from 'i18next'

import { count, date, money, moneyShort } from '~/lib/format'
import type { Chart, Unit, Value } from './query'

export const FEW = '<5'
const NONE = '–'
const SIZES = [
  [86_400, 'insight.days'],
  [3_600, 'insight.hours'],
  [60, 'insight.minutes'],
] as const

const rounded = (value: number) => count(Math.round(value * 10) / 10)

/** Seconds in the largest unit that fits. */
function lasting(seconds: number): string {
  const [size, words] = SIZES.find(([each]) => seconds >= each) ?? [1, 'insight.seconds']
  return i18next.t(words, { value: rounded(seconds / size) })
}

/** A number with its unit; a short one where there is little room. */
export function figure(value: number, unit: Unit, short = false): string {
  switch (unit) {
    case 'PERCENT':
      return `${rounded(value)} %`
    case 'SECONDS':
      return lasting(value)
    case 'MONEY':
      return short ? moneyShort(value) : money(value)
    default:
      return rounded(value)
  }
}

/** What stands for a value: the figure, that it is about too few customers, or that there is none. */
export function shown(value: Value, unit: Unit, short = false): string {
  if (value.is_suppressed) return FEW
  return value.value === null ? NONE : figure(Number(value.value), unit, short)
}

export const numeric = (value: Value | undefined): number | null =>
  value === undefined || value.value === null ? null : Number(value.value)

/** How a line or a column of a chart is called; a span of days by its first day. */
export const called = (label: string, isDay: boolean): string => (isDay ? date(label) : label)

export const rowName = (chart: Chart, label: string) => called(label, chart.rows_are === 'PERIOD')

/** Columns are days where the lines are branches and the heads look like days. */
export const columnName = (label: string) =>
  called(label, /^\d{4}-\d{2}-\d{2}$/.test(label))

/** The largest value of a chart; bars begin at nought. */
export const largest = (values: readonly (number | null)[]): number =>
  Math.max(0, ...values.map((each) => each ?? 0)) || 1
