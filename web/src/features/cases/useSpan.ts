import { useTranslation } from 'react-i18next'

import { duration } from './amount'

/** `2 hr 3 j` for seconds of a clock on the page of a case, or `5 hari kerja` where days are counted. */
export function useSpan(days: boolean) {
  const { t } = useTranslation()
  return (value: number): string => (days ? (value === 0 ? t('cases.daysUnder') : t('cases.days', { count: value })) : duration(value, { d: t('cases.d'), h: t('cases.h'), m: t('cases.m') }))
}
