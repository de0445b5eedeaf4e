import { useTranslation } from 'react-i18next'

import { duration } from '../amount'

/** `2 hr 3 j` or `3 j 30 mnt` for seconds of a clock; `5 hari kerja` where days are counted. */
export function useAmount(days: boolean) {
  const { t } = useTranslation()
  return (value: number): string => (days ? t('levels.daysLater', { count: value }) : duration(value, { d: t('levels.d'), h: t('levels.h'), m: t('levels.m') }))
}
