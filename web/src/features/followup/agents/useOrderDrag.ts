import {
  draggable,
  dropTargetForElements,
} from '@atlaskit/pragmatic-drag-and-drop/element/adapter'
import { useEffect, useRef, useState } from 'react'

type Edge = 'before' | 'after'
const KIND = 'agent-in-order'

const edgeAt = (element: Element, y: number): Edge => {
  const box = element.getBoundingClientRect()
  return y < box.top + box.height / 2 ? 'before' : 'after'
}

/** Lets a row of the order be dragged, and dropped before or after another. */
export function useOrderDrag(
  at: number,
  enabled: boolean,
  onMove: (from: number, to: number) => void,
) {
  const ref = useRef<HTMLLIElement>(null)
  const [moving, setMoving] = useState(false)
  const [edge, setEdge] = useState<Edge | undefined>()
  const latest = useRef({ at, onMove })
  useEffect(() => {
    latest.current = { at, onMove }
  })
  useEffect(() => {
    const element = ref.current
    if (!element || !enabled) return
    const stopDragging = draggable({
      element,
      getInitialData: () => ({ kind: KIND, from: latest.current.at }),
      onDragStart: () => setMoving(true),
      onDrop: () => setMoving(false),
    })
    const stopDropping = dropTargetForElements({
      element,
      canDrop: ({ source }) => source.data.kind === KIND && source.element !== element,
      onDrag: ({ location }) => setEdge(edgeAt(element, location.current.input.clientY)),
      onDragLeave: () => setEdge(undefined),
      onDrop: ({ source, location }) => {
        setEdge(undefined)
        const from = source.data.from as number
        const after = edgeAt(element, location.current.input.clientY) === 'after'
        const target = latest.current.at + (after ? 1 : 0)
        // Taking the row out moves those behind it forward.
        latest.current.onMove(from, from < target ? target - 1 : target)
      },
    })
    return () => {
      stopDragging()
      stopDropping()
    }
  }, [enabled])
  return { ref, moving, edge }
}
