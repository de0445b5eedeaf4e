/* Where a line leaves a shape and where it arrives. */
import type { Box, Point } from './sizes'

export type Side = 'left' | 'right' | 'top' | 'bottom'

export interface Wire {
  id: string
  from: string
  to: string
  /** The line starts at the timer on the lower border, at this distance from the left. */
  timerAt?: number
}

export interface Port extends Point {
  side: Side
}

export interface Ends {
  start: Port
  end: Port
}

export const OUTWARD: Record<Side, Point> = { left: { x: -1, y: 0 }, right: { x: 1, y: 0 }, top: { x: 0, y: -1 }, bottom: { x: 0, y: 1 } }

const FORWARD = 40

/** Forward to the right, from a small shape also up (its name stands below); to a shape above or below through top and bottom; back over the top. */
export function sidesOf(from: Box, to: Box, wide: boolean): [Side, Side] {
  if (to.x - (from.x + from.width) >= FORWARD) {
    const rise = to.y + to.height / 2 - (from.y + from.height / 2)
    return [!wide && rise < -FORWARD ? 'top' : 'right', 'left']
  }
  const gap = to.y - (from.y + from.height)
  if (gap >= 24) return ['bottom', 'top']
  if (from.y - (to.y + to.height) >= 24) return ['top', 'bottom']
  return ['top', 'top']
}

interface End {
  wire: Wire
  leaving: boolean
  other: Point
}

const middle = (box: Box): Point => ({ x: box.x + box.width / 2, y: box.y + box.height / 2 })

// Half pixels, as the router's grid has them: else the last piece of a line would lean.
const half = (value: number) => Math.round(value * 2) / 2

function at(box: Box, side: Side, share: number): Port {
  if (side === 'left' || side === 'right') return { side, x: side === 'left' ? box.x : box.x + box.width, y: half(box.y + box.height * share) }
  return { side, x: half(box.x + box.width * share), y: side === 'top' ? box.y : box.y + box.height }
}

/** Of several lines that would leave a small shape by its top, the one that goes furthest leaves to the right. */
function spreadSmall(groups: Map<string, End[]>, sides: Map<string, [Side, Side]>, wide: (id: string) => boolean) {
  for (const [key, group] of [...groups]) {
    const [id = '', side] = key.split(' ')
    const leaving = group.filter((end) => end.leaving && sides.get(end.wire.id)?.[1] === 'left')
    if (wide(id) || side !== 'top' || leaving.length < 2 || groups.has(`${id} right`)) continue
    const furthest = leaving.reduce((one, other) => (other.other.x > one.other.x ? other : one))
    groups.set(key, group.filter((end) => end !== furthest))
    groups.set(`${id} right`, [furthest])
    sides.set(furthest.wire.id, ['right', 'left'])
  }
}

function share(index: number, count: number, straight: number): number {
  if (straight === -1) return (index + 1) / (count + 1)
  if (index === straight) return 0.5
  return index < straight ? ((index + 1) / (straight + 1)) * 0.5 : 0.5 + ((index - straight) / (count - straight)) * 0.5
}

/** The ports of every wire: lines that leave a task by one side share it out, lines that arrive there come together. */
export function portsOf(wires: readonly Wire[], boxes: ReadonlyMap<string, Box>, wide: (id: string) => boolean): Map<string, Ends> {
  const groups = new Map<string, End[]>()
  const sides = new Map<string, [Side, Side]>()
  const join = (id: string, side: Side, end: End) => {
    const key = `${id} ${side}`
    groups.set(key, [...(groups.get(key) ?? []), end])
  }
  for (const wire of wires) {
    const from = boxes.get(wire.from)
    const to = boxes.get(wire.to)
    if (!from || !to) continue
    const pair: [Side, Side] = wire.from === wire.to ? ['right', 'top'] : sidesOf(from, to, wide(wire.from))
    if (wire.timerAt !== undefined) pair[0] = 'bottom'
    sides.set(wire.id, pair)
    if (wire.timerAt === undefined) join(wire.from, pair[0], { wire, leaving: true, other: middle(to) })
    join(wire.to, pair[1], { wire, leaving: false, other: middle(from) })
  }
  spreadSmall(groups, sides, wide)
  const starts = new Map<string, Port>()
  const ends = new Map<string, Port>()
  for (const [key, group] of groups) {
    const [id = '', side] = key.split(' ') as [string, Side]
    const box = boxes.get(id)
    if (!box) continue
    const along = (point: Point) => (side === 'left' || side === 'right' ? point.y : point.x)
    const arriving = group.filter((end) => !end.leaving)
    const mean = arriving.reduce((sum, end) => sum + along(end.other), 0) / Math.max(1, arriving.length)
    const slots = [...group.filter((end) => end.leaving).map((end) => ({ ends: [end], key: along(end.other) })), ...(arriving.length > 0 ? [{ ends: arriving, key: mean }] : [])]
    slots.sort((one, other) => one.key - other.key)
    // The line that can go straight keeps the middle; the others share the room on either side of it.
    const straight = slots.findIndex((slot) => Math.abs(slot.key - along(middle(box))) < 2)
    slots.forEach((slot, index) => {
      const port = at(box, side, wide(id) ? share(index, slots.length, straight) : 0.5)
      for (const end of slot.ends) (end.leaving ? starts : ends).set(end.wire.id, port)
    })
  }
  const found = new Map<string, Ends>()
  for (const wire of wires) {
    const box = boxes.get(wire.from)
    const end = ends.get(wire.id)
    const start = wire.timerAt !== undefined && box ? { side: 'bottom' as const, x: box.x + wire.timerAt, y: box.y + box.height + 10 } : starts.get(wire.id)
    if (start && end && sides.has(wire.id)) found.set(wire.id, { start, end })
  }
  return found
}
