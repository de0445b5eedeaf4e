import { IconAlertTriangle, IconInfoCircle } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'

import { Chip, type Tone } from '~/ui/Chip'
import type { PortfolioRow } from './query'

const TONES: Record<string, Tone> = { critical: 'critical', warning: 'warning', info: 'info' }

/** The weightiest alert by name, and how many there are beside it. */
export function AlertChips({ alerts }: { alerts: PortfolioRow['alerts'] }) {
  const { t } = useTranslation()
  const [first, ...more] = alerts
  if (!first) return <span />
  return (
    <span>
      <Chip
        tone={TONES[first.severity] ?? 'neutral'}
        icon={first.severity === 'info' ? <IconInfoCircle /> : <IconAlertTriangle />}
        title={alerts.map((each) => each.title).join(', ')}
      >
        {first.title}
      </Chip>
      {more.length > 0 && (
        <span className="muted num"> {t('cockpit.moreAlerts', { count: more.length })}</span>
      )}
    </span>
  )
}
