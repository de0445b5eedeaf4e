import { IconArrowRight, IconCircleCheck, IconCircleX } from '@tabler/icons-react'

import type { Move } from '../model'

/** A move that ends well, ends badly, or goes on. */
export function MoveIcon({ move, size = 15 }: { move: Move; size?: number }) {
  if (move.to === 'CLOSED_WON')
    return <IconCircleCheck size={size} color="var(--s-success)" aria-hidden />
  if (move.to === 'CLOSED_LOST')
    return <IconCircleX size={size} color="var(--s-critical)" aria-hidden />
  return <IconArrowRight size={size} aria-hidden />
}
