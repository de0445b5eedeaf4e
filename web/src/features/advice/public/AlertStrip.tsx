import '../texts/id/advice'

import { Button, Tooltip } from '@mantine/core'
import { IconAlertOctagon, IconAlertTriangle, IconInfoCircle } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import type { Alert } from '~/api/models'
import { date } from '~/lib/format'
import classes from './AlertStrip.module.css'
import { useAcknowledge } from './useAcknowledge'

interface Props {
  customerId: string
  alerts: Alert[]
  onChange: (code: string, acknowledged: boolean) => void
}

const ICONS = { critical: IconAlertOctagon, warning: IconAlertTriangle, info: IconInfoCircle }
const ORDER = { critical: 0, warning: 1, info: 2 }

/** One line each: how grave, what, why, and the way to put it aside for oneself. */
export function AlertStrip({ customerId, alerts, onChange }: Props) {
  const { t } = useTranslation()
  const [showHidden, setShowHidden] = useState(false)
  const { acknowledge, restore } = useAcknowledge(customerId, onChange)
  const sorted = [...alerts].sort((a, b) => ORDER[a.severity] - ORDER[b.severity])
  const open = sorted.filter((alert) => !alert.acknowledged)
  const hidden = sorted.filter((alert) => alert.acknowledged)
  if (alerts.length === 0) return null
  return (
    <section aria-label={t('advice.title')} className={classes.strip}>
      <ul>
        {[...open, ...(showHidden ? hidden : [])].map((alert) => {
          const Icon = ICONS[alert.severity]
          return (
            <li key={alert.code} className={classes.alert} data-severity={alert.severity} data-hidden={alert.acknowledged || undefined}>
              <Icon size={16} aria-hidden />
              <p className={classes.words}>
                <span className="visually-hidden">{t(`advice.severity.${alert.severity}`)}: </span>
                <strong>{alert.reasons.map((each) => each.title).join(' · ')}</strong>{' '}
                <span className={classes.reason}>{alert.reasons.length === 1 ? alert.reason : alert.reasons.map((each) => each.reason).join(' ')}</span>
                {alert.subject && (
                  <>
                    {' '}
                    <Link to={alert.subject.address as '/'} preload={false} className="num">
                      {alert.subject.label}
                    </Link>
                  </>
                )}
                {alert.since && <span className={classes.since}> · {t('advice.since', { date: date(alert.since) })}</span>}
              </p>
              {alert.acknowledged ? (
                <Button variant="subtle" color="gray" size="compact-xs" onClick={() => restore(alert.code)}>
                  {t('advice.restore')}
                </Button>
              ) : (
                alert.can.acknowledge && (
                  <Tooltip label={t('advice.acknowledgeTip')}>
                    <Button variant="subtle" color="gray" size="compact-xs" onClick={() => acknowledge(alert.code)}>
                      {t('advice.acknowledge')}
                    </Button>
                  </Tooltip>
                )
              )}
            </li>
          )
        })}
      </ul>
      {hidden.length > 0 && (
        <button type="button" className={classes.more} aria-expanded={showHidden} onClick={() => setShowHidden(!showHidden)}>
          {t('advice.hidden', { count: hidden.length })}
        </button>
      )}
    </section>
  )
}
