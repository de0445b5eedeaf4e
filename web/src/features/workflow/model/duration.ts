export const UNITS = ['minutes', 'hours', 'days'] as const
export type Unit = (typeof UNITS)[number]

export const SECONDS: Record<Unit, number> = { minutes: 60, hours: 3600, days: 86_400 }

/** The largest unit in which the duration is a whole number; of working time there are no days, for they differ in length. */
export function inUnits(seconds: number, units: readonly Unit[] = UNITS): { amount: number; unit: Unit } {
  const unit = [...units].sort((one, other) => SECONDS[other] - SECONDS[one]).find((each) => seconds % SECONDS[each] === 0) ?? 'minutes'
  return { amount: seconds / SECONDS[unit], unit }
}
