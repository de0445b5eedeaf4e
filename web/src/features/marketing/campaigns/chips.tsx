import { IconBan, IconCircleCheck, IconCircleX, IconHourglass, IconPencil, IconPlayerPause, IconPlayerPlay, IconThumbUp } from '@tabler/icons-react'

import { Chip, type Tone } from '~/ui/Chip'
import type { Status } from './query'

const LOOK: Record<Status, [Tone, typeof IconPencil]> = {
  DRAFT: ['neutral', IconPencil],
  SUBMITTED: ['warning', IconHourglass],
  APPROVED: ['info', IconThumbUp],
  REJECTED: ['critical', IconCircleX],
  RUNNING: ['accent', IconPlayerPlay],
  PAUSED: ['warning', IconPlayerPause],
  DONE: ['success', IconCircleCheck],
  CANCELLED: ['neutral', IconBan],
}

/** Where a campaign stands, in the server's word. */
export function CampaignChip({ status, name }: { status: Status; name: string }) {
  const [tone, Icon] = LOOK[status]
  return (
    <Chip tone={tone} icon={<Icon />}>
      {name}
    </Chip>
  )
}
