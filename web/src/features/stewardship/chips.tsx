import { IconAlertTriangle, IconArrowBackUp, IconCircleCheck, IconCircleX, IconClock, IconHourglass, IconInbox, IconUserQuestion } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'

import { useNow } from '~/lib/clock'
import { dateTime } from '~/lib/format'
import { Chip, type Tone } from '~/ui/Chip'
import type { RightsRequest, Status } from './query'

const LOOK: Record<Status, [Tone, typeof IconClock]> = {
  RECEIVED: ['info', IconInbox],
  IN_PROGRESS: ['accent', IconClock],
  WAITING_APPROVAL: ['warning', IconUserQuestion],
  DONE: ['success', IconCircleCheck],
  REFUSED: ['critical', IconCircleX],
  WITHDRAWN: ['neutral', IconArrowBackUp],
}
const HOUR_MS = 3_600_000

export function StatusChip({ status }: { status: Status }) {
  const { t } = useTranslation()
  const [tone, Icon] = LOOK[status]
  return (
    <Chip tone={tone} icon={<Icon />}>
      {t(`stewardship.status.${status}`)}
    </Chip>
  )
}

/** What is left of the 72 hours, in words; a request that has ended shows when it was due. */
export function Countdown({ request }: { request: RightsRequest }) {
  const { t } = useTranslation()
  const now = useNow()
  if (request.closed_at) return <span className="num nowrap">{dateTime(request.due_at)}</span>
  const left = new Date(request.due_at).getTime() - now.getTime()
  const hours = Math.floor(Math.abs(left) / HOUR_MS)
  const late = left < 0
  const soon = left < 24 * HOUR_MS
  const words = late ? t('stewardship.late', { count: hours }) : hours < 1 ? t('stewardship.lastHour') : t('stewardship.left', { count: hours })
  return (
    <Chip tone={late ? 'critical' : soon ? 'warning' : 'neutral'} icon={late ? <IconAlertTriangle /> : <IconHourglass />} title={dateTime(request.due_at)}>
      {words}
    </Chip>
  )
}
