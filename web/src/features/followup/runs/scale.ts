import type { TFunction } from 'i18next'

import { count, decimal } from '~/lib/format'

/** A round number at or above the largest, to draw the bars against. */
export function topOf(values: readonly number[]): number {
  const most = Math.max(0, ...values)
  if (most <= 4) return 4
  const size = 10 ** Math.floor(Math.log10(most))
  const step = [1, 2, 5, 10].find((each) => each * size >= most) ?? 10
  return step * size
}

/** How long a run took: in milliseconds below a second. */
export const duration = (t: TFunction, ms: number): string =>
  ms < 1000
    ? t('followupRuns.tookMs', { value: count(ms) })
    : t('followupRuns.took', { value: decimal(ms / 1000) })
