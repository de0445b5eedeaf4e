import { useTranslation } from 'react-i18next'

import { date } from '~/lib/format'
import type { DayRange } from '../model'

/** `2 Jan 2026`, or from one day until another. */
export function useRangeWords() {
  const { t } = useTranslation()
  return ({ first_day, last_day }: DayRange) =>
    first_day === last_day
      ? date(first_day)
      : t('followupAgents.range', { from: date(first_day), to: date(last_day) })
}
