import { type ComponentType, Suspense } from 'react'

import { piecesFor } from '~/lib/feature'
import { useMe } from './me'

export interface WaitingProps {
  /** Changes of these kinds. */
  kinds?: readonly string[]
  /** Changes that concern this person. */
  concerns?: string
  /** Changes of the object of this id. */
  subject?: string
}

declare module '~/lib/feature' {
  interface Pieces {
    /** On a page of the administration: which changes of what it shows wait for a second person. */
    waitingChanges: ComponentType<WaitingProps>
  }
}

/** What others put there about changes that wait; nothing while none does. */
export function WaitingChanges(props: WaitingProps) {
  return (
    <Suspense>
      {piecesFor('waitingChanges', useMe()).map((Piece, at) => (
        <Piece key={at} {...props} />
      ))}
    </Suspense>
  )
}
