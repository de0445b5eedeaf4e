import { IconAlertTriangle, IconClock, IconHourglass } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'

import { dateTime } from '~/lib/format'
import { countdownParts, nearness, type Nearness, secondsUntil } from './countdown'
import { useSecond } from './useSecond'
import classes from './followup.module.css'

const ICONS: Record<Nearness, typeof IconClock> = {
  OVER: IconHourglass,
  HOURS: IconAlertTriangle,
  DAY: IconClock,
  LATER: IconClock,
}

/** The time left, ticking within a width of its own; the exact end stands on hover. */
export function Countdown({ until }: { until: string }) {
  const { t } = useTranslation()
  const seconds = secondsUntil(until, useSecond())
  const near = nearness(seconds)
  const Icon = ICONS[near]
  const { days, clock } = countdownParts(seconds)
  return (
    <time
      className={`${classes.countdown} num`}
      dateTime={until}
      data-near={near}
      title={t('followup.endsAt', { at: dateTime(until) })}
    >
      <Icon size={14} aria-hidden />
      <span className="visually-hidden">{t('followup.countdown')}: </span>
      {near === 'OVER' ? (
        t('followup.over')
      ) : (
        <>
          {days > 0 && <span>{t('followup.days', { days })}</span>}
          <span>{clock}</span>
        </>
      )}
    </time>
  )
}
