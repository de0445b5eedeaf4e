import {
  draggable,
  dropTargetForElements,
  monitorForElements,
} from '@atlaskit/pragmatic-drag-and-drop/element/adapter'
import { type RefObject, useEffect, useRef, useState } from 'react'

import type { Movable, Move } from '../model'
import { movesTo } from './model'

/** What is dragged carries the board that it belongs to: another board on the page takes nothing of it. */
const carried = <Card extends Movable>(data: Record<string | symbol, unknown>, board: string) =>
  data.board === board ? (data.card as Card) : null

/** The card that is on its way over this board, and what happens where it is let go. */
export function useDragged<Card extends Movable>(
  board: string,
  onDrop: (card: Card, moves: readonly Move[]) => void,
) {
  const [dragged, setDragged] = useState<Card | null>(null)
  const latest = useRef(onDrop)
  useEffect(() => {
    latest.current = onDrop
  })
  useEffect(
    () =>
      monitorForElements({
        canMonitor: ({ source }) => source.data.board === board,
        onDragStart: ({ source }) => setDragged(carried<Card>(source.data, board)),
        onDrop: ({ source, location }) => {
          setDragged(null)
          const card = carried<Card>(source.data, board)
          const target = location.current.dropTargets[0]
          if (card && target) latest.current(card, target.data.moves as readonly Move[])
        },
      }),
    [board],
  )
  return dragged
}

/** Lets a card be dragged; one without a move stays. */
export function useDraggable<Card extends Movable>(board: string, card: Card, enabled: boolean) {
  const ref = useRef<HTMLLIElement>(null)
  const [moving, setMoving] = useState(false)
  const latest = useRef(card)
  useEffect(() => {
    latest.current = card
  })
  const may = enabled && card.moves.length > 0
  useEffect(() => {
    const element = ref.current
    if (!element || !may) return
    return draggable({
      element,
      getInitialData: () => ({ board, card: latest.current }),
      onDragStart: () => setMoving(true),
      onDrop: () => setMoving(false),
    })
  }, [board, may])
  return { ref, moving }
}

/** A place where a card may be let go: a column with every move that leads there, or one end with its own. */
export function useDropPlace<Card extends Movable>(
  board: string,
  ref: RefObject<HTMLElement | null>,
  column: string,
  only?: string,
) {
  const [over, setOver] = useState(false)
  useEffect(() => {
    const element = ref.current
    if (!element) return
    const moves = (data: Record<string | symbol, unknown>) => {
      const card = carried<Card>(data, board)
      return card ? movesTo(card, column).filter((move) => !only || move.to === only) : []
    }
    return dropTargetForElements({
      element,
      canDrop: ({ source }) => moves(source.data).length > 0,
      getData: ({ source }) => ({ moves: moves(source.data) }),
      onDragEnter: () => setOver(true),
      onDragLeave: () => setOver(false),
      onDrop: () => setOver(false),
    })
  }, [board, column, only, ref])
  return over
}
