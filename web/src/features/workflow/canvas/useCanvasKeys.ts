import type { KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'

import { neighbour } from '../layout/drawing'
import type { Geometry } from '../layout/geometry'
import type { Point } from '../layout/sizes'
import { type Doc, type Selection, stateById, stateByKey, transitionById, wordOf } from '../model/definition'
import { inFlowOrder } from '../model/order'
import type { CanvasEdits } from './Canvas'

const DIRECTIONS: Record<string, Point> = {
  ArrowRight: { x: 1, y: 0 },
  ArrowLeft: { x: -1, y: 0 },
  ArrowDown: { x: 0, y: 1 },
  ArrowUp: { x: 0, y: -1 },
}
const NUDGE = 8

interface Options {
  doc: Doc
  selection: Selection
  geometry: Geometry
  edits: CanvasEdits | undefined
  onSelect: (selection: Selection) => void
  onOpen: ((selection: Selection) => void) | undefined
  onAnnounce: ((text: string) => void) | undefined
}

/** On the focused canvas the arrows walk from shape to shape, with Alt they nudge the selected one; Enter opens it. */
export function useCanvasKeys({ doc, selection, geometry, edits, onSelect, onOpen, onAnnounce }: Options) {
  const { t, i18n } = useTranslation()
  return (event: KeyboardEvent<HTMLElement>) => {
    if (event.target !== event.currentTarget || event.ctrlKey || event.metaKey) return
    const direction = DIRECTIONS[event.key]
    const transition = selection?.kind === 'transition' ? transitionById(doc, selection.id) : undefined
    const state = selection?.kind === 'state' ? stateById(doc, selection.id) : transition && stateByKey(doc, transition.to)
    if (direction && event.altKey && edits && selection?.kind === 'state' && state) {
      event.preventDefault()
      const box = geometry.boxes.get(state.id)
      const band = geometry.bands.find((each) => each.lane === state.lane)
      const place = box && band && { x: box.x, y: box.y - band.y }
      if (place) edits.move(new Map([[state.id, { lane: state.lane, position: { x: place.x + direction.x * NUDGE, y: Math.max(8, place.y + direction.y * NUDGE) } }]]), `nudge ${state.id}`)
    } else if (direction && !event.altKey) {
      event.preventDefault()
      const next = state ? neighbour(geometry.boxes, state.id, direction) : inFlowOrder(doc)[0]?.id
      const found = stateById(doc, next ?? undefined)
      if (!found) return
      onSelect({ kind: 'state', id: found.id })
      onAnnounce?.(`${wordOf(found.title, i18n.language)}, ${t(`workflow.kinds.${found.kind}`)}, ${t(`workflow.lanes.${found.lane}`)}`)
    } else if (event.key === 'Enter' && selection) {
      event.preventDefault()
      onOpen?.(selection)
    } else if (event.key === 'Escape' && selection) {
      event.preventDefault()
      onSelect(null)
    }
  }
}
