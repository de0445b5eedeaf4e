import { IconAlertTriangle, IconBan, IconCalendarClock, IconCheck, IconClock, IconLoader2 } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'

import { useLabel } from '~/lib/labels'
import { Chip, type Tone } from '~/ui/Chip'

const LOOK: Record<string, [Tone, typeof IconCheck]> = {
  PENDING: ['info', IconClock],
  WAITING: ['info', IconClock],
  SCHEDULED: ['neutral', IconCalendarClock],
  RUNNING: ['accent', IconLoader2],
  FIRED: ['success', IconCheck],
  DONE: ['success', IconCheck],
  CANCELLED: ['neutral', IconBan],
  FAILED: ['critical', IconAlertTriangle],
}

/** The status of a timer or job, with a word and a picture. */
export function StatusChip({ status, late }: { status: string; late?: boolean }) {
  const { t } = useTranslation()
  const label = useLabel()
  if (late) return <Chip tone="warning" icon={<IconAlertTriangle />}>{t('operations.late')}</Chip>
  const [tone, Icon] = LOOK[status] ?? (['neutral', IconClock] as const)
  return <Chip tone={tone} icon={<Icon />}>{label('operations.statuses', status)}</Chip>
}
