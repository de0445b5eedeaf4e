import { useTranslation } from 'react-i18next'

import type { CalendarChecked, CalendarStep } from '~/api/models'
import { dayShort, monthYear, timeIn } from './zone'
import classes from './Panels.module.css'

interface Props {
  checked: CalendarChecked
  days: boolean
}

/** Every day on the way to a due time: what it added, or why it added nothing. */
export function Steps({ checked, days }: Props) {
  const { t } = useTranslation()
  const amount = useAmount(days)
  return (
    <>
      <h3 className={classes.small}>{t('calendars.why')}</h3>
      <ol className={classes.steps}>
        {checked.steps.map((step, index) => (
          <li key={step.first_on} className={classes.step} data-counted={step.counted > 0 || undefined}>
            <span>{stepDay(step)}</span>
            <span>
              {step.reason === 'MONTH' ? t('calendars.stepDays', { count: step.working_days }) : t(`calendars.stepWhy.${step.reason}`)}
              {step.names.length > 0 && `: ${step.names.join(', ')}`}
              <Hours step={step} zone={checked.zone} />
              {step.working_days > 0 && step.counted === 0 && <span className="muted"> {days && index === 0 ? t('calendars.stepStart') : t('calendars.stepOutside')}</span>}
            </span>
            <span className={classes.stepSum}>
              {step.counted > 0 && (
                <>
                  <span>+{amount(step.counted)}</span>
                  <span className="muted">{t('calendars.total', { total: amount(step.total) })}</span>
                </>
              )}
            </span>
          </li>
        ))}
      </ol>
    </>
  )
}

function Hours({ step, zone }: { step: CalendarStep; zone: string }) {
  if (step.stretches.length === 0) return null
  const words = step.stretches.map((each) => {
    const closes = timeIn(zone, each.closes_at)
    return `${timeIn(zone, each.opens_at)}–${/^00.00$/.test(closes) ? closes.replace(/^00/, '24') : closes}`
  })
  return <span className={classes.stepHours}>{words.join(', ')}</span>
}

function stepDay(step: CalendarStep): string {
  if (step.reason === 'MONTH') return monthYear(step.first_on)
  return step.first_on === step.last_on ? dayShort(step.first_on, false) : `${dayShort(step.first_on, false)} – ${dayShort(step.last_on, false)}`
}

/** `7 j 30 mnt` for seconds, `3 hr` for days. */
function useAmount(days: boolean) {
  const { t } = useTranslation()
  return (value: number): string => {
    if (days) return t('calendars.duration.day', { days: value })
    const parts = [
      value >= 3600 && t('calendars.duration.hours', { hours: Math.floor(value / 3600) }),
      value % 3600 >= 60 && t('calendars.duration.minutes', { minutes: Math.floor((value % 3600) / 60) }),
      value % 60 > 0 && t('calendars.duration.seconds', { seconds: value % 60 }),
    ]
    return parts.filter(Boolean).join(' ')
  }
}
