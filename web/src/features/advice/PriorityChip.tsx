import { IconArrowUp, IconFlag, IconMinus } from '@tabler/icons-react'

import { Chip, type Tone } from '~/ui/Chip'
import type { Advice } from './query'

const LOOKS: Record<Advice['priority'], [Tone, typeof IconFlag]> = {
  HIGH: ['critical', IconFlag],
  MEDIUM: ['warning', IconArrowUp],
  LOW: ['neutral', IconMinus],
}

/** How much it matters. */
export function PriorityChip({ of }: { of: { priority: Advice['priority']; priority_label: string } }) {
  const [tone, Icon] = LOOKS[of.priority]
  return (
    <Chip tone={tone} icon={<Icon />}>
      {of.priority_label}
    </Chip>
  )
}
