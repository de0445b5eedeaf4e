/* Values of settings: what is equal, what is wrong, and how they read. */
import type { TFunction } from 'i18next'

import { count } from '~/lib/format'
import type { Hours, SettingShape } from '../types'

/** Whether two values are the same setting; the order of chosen things means nothing. */
export const equalValues = (one: unknown, other: unknown) => canonical(one) === canonical(other)
const canonical = (value: unknown) => JSON.stringify(Array.isArray(value) ? [...value].sort() : value)

/** Why a number cannot be; the server has the last word. */
export function outOfBounds(setting: Pick<SettingShape, 'kind' | 'minimum' | 'maximum'>, value: unknown): 'number' | 'bounds' | null {
  if (setting.kind !== 'INTEGER') return null
  if (typeof value !== 'number' || !Number.isInteger(value)) return 'number'
  return (setting.minimum !== null && value < setting.minimum) || (setting.maximum !== null && value > setting.maximum) ? 'bounds' : null
}

/** Seconds that make whole minutes or hours, in these; null for any other number. */
export function spanWords(t: TFunction, unit: string | null, value: number): string | null {
  if (unit !== t('admin.seconds') || value < 60) return null
  const [size, word] = value % 3600 === 0 ? ([3600, 'hours'] as const) : ([60, 'minutes'] as const)
  return value % size === 0 ? t(`admin.${word}`, { count: value / size }) : null
}

/** How a value reads: a number with its unit, choices by their names, hours with their days. */
export function valueWords(t: TFunction, setting: Pick<SettingShape, 'kind' | 'unit' | 'choices'>, value: unknown): string {
  if (setting.kind === 'BOOLEAN') return value ? t('common.yes') : t('common.no')
  if (setting.kind === 'INTEGER') return typeof value === 'number' ? (spanWords(t, setting.unit, value) ?? `${count(value)}${setting.unit ? ` ${setting.unit}` : ''}`) : '–'
  const name = (key: unknown) => setting.choices?.find((choice) => choice.key === key)?.name ?? String(key)
  if (setting.kind === 'CHOICE') return name(value)
  if (setting.kind === 'CHOICES') return Array.isArray(value) && value.length > 0 ? value.map(name).join(', ') : t('common.none')
  if (setting.kind === 'TEXT') return typeof value === 'string' && value ? value : '–'
  const hours = value as Hours | null
  return hours ? `${hours.days.map((day) => t(`admin.days.d${day}` as 'admin.days.d1')).join(', ')} ${hours.opens}–${hours.closes}` : t('admin.always')
}
