import { useTranslation } from 'react-i18next'

import { useNow } from '~/lib/clock'
import { dateTime } from '~/lib/format'
import { timeLeft } from './left'

/** How long somebody can still decide; the exact end on hover. */
export function TimeLeft({ until }: { until: string }) {
  const { t } = useTranslation()
  const parts = timeLeft(until, useNow())
  return (
    <time dateTime={until} title={dateTime(until)} className="nowrap">
      {parts.length > 0 ? t('control.left', { time: parts.map(({ unit, count }) => t(`control.units.${unit}`, { count })).join(' ') }) : t('control.leftNone')}
    </time>
  )
}
