/* The drawing of a document: shapes, lines with their names, and the timers on the borders of tasks. */
import { type Doc, type DocState, type DocTransition, type Lane, stateByKey, wordOf } from '../model/definition'
import { arrange, type Geometry } from './geometry'
import { headOf, pathOf, placeNames } from './lines'
import { plainRoute, routeAll } from './router'
import { portsOf, type Wire } from './ports'
import type { Box, Point } from './sizes'

export const TIMER_SIZE = 20
const TIMER_STEP = 28
const LETTER = 6.3
const NAME_MAX = 156
const ICON = 17

/** One arrow: a transition from several states is drawn once for each. */
export interface Arrow extends Wire {
  transition: DocTransition
  source: DocState
  target: DocState
  name: string
  /** The transition is taken when a timer of the source ends. */
  timed: boolean
  /** The way out of a gateway that is taken when no other is. */
  otherwise: boolean
}

export interface Line {
  arrow: Arrow
  points: Point[]
  path: string
  head: string
  nameAt: Point | null
}

export const arrowId = (transitionId: string, stateId: string) => `${transitionId}:${stateId}`
/** Where a timer sits on the lower border of its task, from the left. */
export const timerAt = (width: number, index: number) => width - 26 - index * TIMER_STEP

export function arrowsOf(doc: Doc, boxes: ReadonlyMap<string, Box>, language: string): Arrow[] {
  return doc.transitions.flatMap((transition) => {
    const target = stateByKey(doc, transition.to)
    if (!target) return []
    return transition.from.flatMap((key) => {
      const source = stateByKey(doc, key)
      if (!source) return []
      const timer = source.timers.findIndex((each) => 'transition' in each.then && each.then.transition === transition.key)
      const last = doc.transitions.findLast((each) => each.from.includes(key))
      return [
        {
          id: arrowId(transition.id, source.id),
          from: source.id,
          to: target.id,
          transition,
          source,
          target,
          name: wordOf(transition.title, language),
          timed: timer !== -1,
          otherwise: source.kind === 'gateway' && last === transition && transition.guard === null,
          ...(timer !== -1 && { timerAt: timerAt(boxes.get(source.id)?.width ?? 0, timer) }),
        },
      ]
    })
  })
}

export const hasMark = (arrow: Arrow) => arrow.timed || (arrow.transition.by !== null && 'system' in arrow.transition.by) || arrow.transition.guard !== null
export const nameWidth = (arrow: Arrow) => Math.min(NAME_MAX, arrow.name.length * LETTER + (hasMark(arrow) ? ICON : 0) + 8)

/** What the ways depend on; the same text means that none of them has to be searched again. */
export const signature = (arrows: readonly Arrow[], geometry: Geometry) =>
  [...arrows.map((arrow) => `${arrow.id}>${arrow.to}@${arrow.timerAt ?? ''}`), ...[...geometry.boxes].map(([id, box]) => `${id}:${box.x},${box.y},${box.width}`)].join(' ')

const isTask = (doc: Doc) => {
  const tasks = new Set(doc.states.filter((state) => state.kind === 'task').map((state) => state.id))
  return (id: string) => tasks.has(id)
}

export const routesOf = (doc: Doc, arrows: readonly Arrow[], geometry: Geometry) => routeAll(arrows, geometry.boxes, geometry.obstacles, isTask(doc))

/** The ways of the arrows at shapes that are being dragged: plain ones, for as long as the hand moves. */
export function draggedRoutes(doc: Doc, arrows: readonly Arrow[], boxes: ReadonlyMap<string, Box>, dragged: ReadonlySet<string>): Map<string, Point[]> {
  const ports = portsOf(arrows, boxes, isTask(doc))
  const moving = arrows.filter((arrow) => dragged.has(arrow.from) || dragged.has(arrow.to))
  return new Map(moving.flatMap((arrow) => (ports.has(arrow.id) ? [[arrow.id, plainRoute(ports.get(arrow.id)!)]] : [])))
}

export function linesOf(arrows: readonly Arrow[], routes: ReadonlyMap<string, Point[]>, geometry: Geometry): Line[] {
  const drawn = arrows.flatMap((arrow) => {
    const points = routes.get(arrow.id)
    return points ? [{ arrow, points }] : []
  })
  const named = drawn.filter(({ arrow }) => arrow.name !== '').map(({ arrow, points }) => ({ id: arrow.id, points, width: nameWidth(arrow) }))
  const names = placeNames(named, geometry.obstacles)
  return drawn.map(({ arrow, points }) => ({ arrow, points, path: pathOf(points), head: headOf(points), nameAt: names.get(arrow.id) ?? null }))
}

/** Everything at once, for drawings that nobody edits. */
export function draw(doc: Doc, language: string, asked?: ReadonlySet<Lane>): { geometry: Geometry; lines: Line[] } {
  const geometry = arrange(doc, asked)
  const arrows = arrowsOf(doc, geometry.boxes, language)
  return { geometry, lines: linesOf(arrows, routesOf(doc, arrows, geometry), geometry) }
}

/** The shape that a press of an arrow key leads to: the nearest one in that direction. */
export function neighbour(boxes: ReadonlyMap<string, Box>, from: string, direction: Point): string | null {
  const origin = boxes.get(from)
  if (!origin) return null
  let best: { id: string; cost: number } | null = null
  for (const [id, box] of boxes) {
    if (id === from) continue
    const dx = box.x + box.width / 2 - (origin.x + origin.width / 2)
    const dy = box.y + box.height / 2 - (origin.y + origin.height / 2)
    const ahead = dx * direction.x + dy * direction.y
    const aside = Math.abs(dx * direction.y) + Math.abs(dy * direction.x)
    if (ahead < 8 || aside > ahead * 3) continue
    const cost = ahead + aside * 2
    if (!best || cost < best.cost) best = { id, cost }
  }
  return best?.id ?? null
}
