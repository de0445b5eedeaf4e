/* From the points of a line to what is drawn: a path with round corners, its arrow head, and a place for its name. */
import type { Box, Point } from './sizes'

const RADIUS = 8
const HEAD = 9

const towards = (from: Point, to: Point, distance: number): Point => {
  const length = Math.hypot(to.x - from.x, to.y - from.y) || 1
  return { x: from.x + ((to.x - from.x) / length) * distance, y: from.y + ((to.y - from.y) / length) * distance }
}

const round = (value: number) => Math.round(value * 100) / 100
const say = ({ x, y }: Point) => `${round(x)} ${round(y)}`

/** An SVG path through the points; it ends where the arrow head begins. */
export function pathOf(points: readonly Point[]): string {
  const last = points.at(-1)
  const first = points[0]
  if (!first || !last) return ''
  const before = points.at(-2)
  const shown = before ? [...points.slice(0, -1), towards(last, before, Math.min(HEAD - 2, Math.hypot(last.x - before.x, last.y - before.y)))] : points
  return shown
    .map((point, at) => {
      const previous = shown[at - 1]
      const next = shown[at + 1]
      if (!previous) return `M ${say(point)}`
      if (!next) return `L ${say(point)}`
      const reach = Math.min(RADIUS, Math.hypot(point.x - previous.x, point.y - previous.y) / 2, Math.hypot(next.x - point.x, next.y - point.y) / 2)
      return `L ${say(towards(point, previous, reach))} Q ${say(point)} ${say(towards(point, next, reach))}`
    })
    .join(' ')
}

/** The triangle at the end of the line, as an SVG path. */
export function headOf(points: readonly Point[]): string {
  const tip = points.at(-1)
  const before = points.at(-2)
  if (!tip || !before) return ''
  const base = towards(tip, before, HEAD)
  const side = { x: (base.y - tip.y) * 0.45, y: (tip.x - base.x) * 0.45 }
  return `M ${say(tip)} L ${say({ x: base.x + side.x, y: base.y + side.y })} L ${say({ x: base.x - side.x, y: base.y - side.y })} Z`
}

export interface Named {
  id: string
  points: readonly Point[]
  width: number
}

export const NAME_HEIGHT = 18
const AIR = 6
/** With more names than this each stands in the middle of its longest pieces, whatever else is there. */
const CAREFUL = 250

const overlap = (one: Box, other: Box) =>
  Math.max(0, Math.min(one.x + one.width, other.x + other.width) - Math.max(one.x, other.x)) *
  Math.max(0, Math.min(one.y + one.height, other.y + other.height) - Math.max(one.y, other.y))

const around = (middle: Point, width: number): Box => ({ x: middle.x - width / 2, y: middle.y - NAME_HEIGHT / 2, width, height: NAME_HEIGHT })

/** The middle of each name: on a straight piece of its own line, over no shape, no other name, and few other lines. */
export function placeNames(names: readonly Named[], shapes: readonly Box[]): Map<string, Point> {
  const found = new Map<string, Point>()
  const taken: Box[] = []
  const careful = names.length <= CAREFUL
  const pieces = (careful ? names : []).flatMap(({ id, points }) => points.slice(1).map((point, at) => ({ id, box: lineBox(points[at] as Point, point) })))
  for (const { id, points, width } of names) {
    let best: { at: Point; cost: number } | null = null
    for (let at = 1; at < points.length; at += 1) {
      const one = points[at - 1] as Point
      const other = points[at] as Point
      const flat = one.y === other.y
      const length = Math.hypot(other.x - one.x, other.y - one.y)
      for (const share of careful ? [0.5, 0.35, 0.65, 0.25, 0.75] : [0.5]) {
        const middle = { x: one.x + (other.x - one.x) * share, y: one.y + (other.y - one.y) * share }
        const box = around(middle, width + AIR)
        // The arrow head stays free.
        const free = length - (at === points.length - 1 ? 2 * HEAD : 0)
        const room = flat ? free - width - 24 : free - NAME_HEIGHT - 20
        const cost =
          (careful ? shapes : []).reduce((sum, shape) => sum + overlap(box, shape) * 4, 0) +
          (careful ? taken : []).reduce((sum, other_) => sum + overlap(box, other_) * 6, 0) +
          pieces.reduce((sum, piece) => (piece.id === id ? sum : sum + (overlap(box, piece.box) > 0 ? 60 : 0)), 0) +
          Math.max(0, -room) * 3 +
          (flat ? 0 : 30) +
          Math.abs(share - 0.5) * 40 +
          at * 2
        if (!best || cost < best.cost) best = { at: middle, cost }
      }
    }
    if (best) {
      found.set(id, best.at)
      taken.push(around(best.at, width + AIR))
    }
  }
  return found
}

const lineBox = (one: Point, other: Point): Box => ({
  x: Math.min(one.x, other.x) - 1,
  y: Math.min(one.y, other.y) - 1,
  width: Math.abs(one.x - other.x) + 2,
  height: Math.abs(one.y - other.y) + 2,
})
