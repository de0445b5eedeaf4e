import { IconAlertTriangle, IconArrowBackUp, IconCircleCheck, IconCircleX, IconClock, IconHourglassOff } from '@tabler/icons-react'

import { useLabel } from '~/lib/labels'
import { Chip, type Tone } from '~/ui/Chip'
import type { Status } from './query'

const LOOK: Record<Status, [Tone, typeof IconClock]> = {
  PROPOSED: ['warning', IconClock],
  APPLIED: ['success', IconCircleCheck],
  DECLINED: ['neutral', IconCircleX],
  WITHDRAWN: ['neutral', IconArrowBackUp],
  EXPIRED: ['neutral', IconHourglassOff],
  STALE: ['critical', IconAlertTriangle],
}

export function StatusChip({ status }: { status: Status }) {
  const label = useLabel()
  const [tone, Icon] = LOOK[status]
  return (
    <Chip tone={tone} icon={<Icon />}>
      {label('control.status', status)}
    </Chip>
  )
}
