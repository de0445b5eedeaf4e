import { IconArrowBackUp, IconBan, IconCircleCheck, IconCircleX, IconClock, IconClockOff, IconHourglassOff, IconKey } from '@tabler/icons-react'

import { useLabel } from '~/lib/labels'
import { Chip, type Tone } from '~/ui/Chip'
import type { Status } from './query'

const LOOK: Record<Status, [Tone, typeof IconClock]> = {
  REQUESTED: ['warning', IconClock],
  ACTIVE: ['critical', IconKey],
  REJECTED: ['neutral', IconCircleX],
  WITHDRAWN: ['neutral', IconArrowBackUp],
  LAPSED: ['neutral', IconHourglassOff],
  ENDED: ['success', IconCircleCheck],
  REVOKED: ['neutral', IconBan],
  EXPIRED: ['neutral', IconClockOff],
}

export function StatusChip({ status }: { status: Status }) {
  const label = useLabel()
  const [tone, Icon] = LOOK[status]
  return (
    <Chip tone={tone} icon={<Icon />}>
      {label('access.status', status)}
    </Chip>
  )
}
