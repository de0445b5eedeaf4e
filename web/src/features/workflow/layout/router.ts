/* Right-angled lines around the shapes: a shortest way over the lines of a sparse grid, with few bends and crossings. */
import type { Box, Point } from './sizes'
import { type Ends, OUTWARD, portsOf, type Port, type Wire } from './ports'

const STUB = 18
const CLEAR = 8
const WINDOW = 150
const BEND = 36
const CROSSING = 14
const TRACKS = [18, 28, 38]
/** How many steps may be looked at for one line and for all: what is left over in a huge drawing takes the plain way. */
const STEPS_EACH = 8_000
const STEPS_ALL = 120_000

interface Used {
  flat: boolean
  at: number
  from: number
  to: number
  target: string
}

const stubOf = (port: Port): Point => ({ x: port.x + OUTWARD[port.side].x * STUB, y: port.y + OUTWARD[port.side].y * STUB })

/** Whether the straight line between two points of one row or column meets the box, with some air around it. */
function hits(box: Box, one: Point, other: Point, clear: number): boolean {
  return (
    Math.min(one.x, other.x) < box.x + box.width + clear &&
    Math.max(one.x, other.x) > box.x - clear &&
    Math.min(one.y, other.y) < box.y + box.height + clear &&
    Math.max(one.y, other.y) > box.y - clear
  )
}

const sorted = (values: Iterable<number>) => [...new Set([...values].map((value) => Math.round(value * 2) / 2))].sort((one, other) => one - other)

/** What one step along the grid costs: its length, and the lines it would cover or cross. */
function price(one: Point, other: Point, used: readonly Used[], target: string): number {
  const flat = one.y === other.y
  const at = flat ? one.y : one.x
  const from = flat ? Math.min(one.x, other.x) : Math.min(one.y, other.y)
  const to = flat ? Math.max(one.x, other.x) : Math.max(one.y, other.y)
  let cost = to - from
  for (const line of used) {
    if (line.flat === flat) {
      const shared = Math.min(to, line.to) - Math.max(from, line.from)
      if (Math.abs(line.at - at) < 7 && shared > 0) cost += line.target === target ? shared * 0.3 : 24 + shared * 3
    } else if (line.at > from && line.at < to && at > line.from && at < line.to) cost += CROSSING
  }
  return cost
}

class Heap {
  private readonly items: { key: number; value: number }[] = []
  get size() {
    return this.items.length
  }
  push(key: number, value: number) {
    const items = this.items
    items.push({ key, value })
    let at = items.length - 1
    while (at > 0) {
      const up = (at - 1) >> 1
      if ((items[up] as { key: number }).key <= key) break
      items[at] = items[up] as { key: number; value: number }
      at = up
    }
    items[at] = { key, value }
  }
  pop(): number {
    const items = this.items
    const top = items[0] as { key: number; value: number }
    const last = items.pop() as { key: number; value: number }
    if (items.length > 0) {
      let at = 0
      for (;;) {
        let next = at * 2 + 1
        if (next >= items.length) break
        if (next + 1 < items.length && (items[next + 1] as { key: number }).key < (items[next] as { key: number }).key) next += 1
        if ((items[next] as { key: number }).key >= last.key) break
        items[at] = items[next] as { key: number; value: number }
        at = next
      }
      items[at] = last
    }
    return top.value
  }
}

// Right, down, left, up.
const STEPS = [
  [1, 0],
  [0, 1],
  [-1, 0],
  [0, -1],
] as const
const headingOf = ({ x, y }: Point) => STEPS.findIndex(([dx, dy]) => dx === Math.sign(x) && dy === Math.sign(y))

interface Effort {
  left: number
}

function search(ends: Ends, obstacles: readonly Box[], all: readonly Used[], target: string, effort: Effort): Point[] | null {
  const start = stubOf(ends.start)
  const goal = stubOf(ends.end)
  const xs = sorted([start.x, goal.x, (start.x + goal.x) / 2, ...obstacles.flatMap((box) => TRACKS.flatMap((track) => [box.x - track, box.x + box.width + track]))])
  const ys = sorted([start.y, goal.y, (start.y + goal.y) / 2, ...obstacles.flatMap((box) => TRACKS.flatMap((track) => [box.y - track + 4, box.y + box.height + track - 4]))])
  const used = all.filter(({ flat, at, from, to }) => {
    const [across, along] = flat ? [ys, xs] : [xs, ys]
    return at > (across[0] as number) - 8 && at < (across.at(-1) as number) + 8 && to > (along[0] as number) && from < (along.at(-1) as number)
  })
  const index = (values: readonly number[], value: number) => values.indexOf(Math.round(value * 2) / 2)
  const point = (column: number, row: number): Point => ({ x: xs[column] as number, y: ys[row] as number })
  const first = { column: index(xs, start.x), row: index(ys, start.y) }
  const last = { column: index(xs, goal.x), row: index(ys, goal.y) }
  const rows = ys.length
  const size = xs.length * rows * 4
  const cost = new Float64Array(size).fill(Infinity)
  const before = new Int32Array(size).fill(-1)
  const leaving = headingOf(OUTWARD[ends.start.side])
  const arriving = headingOf({ x: -OUTWARD[ends.end.side].x, y: -OUTWARD[ends.end.side].y })
  const end = point(last.column, last.row)
  const state = (column: number, row: number, heading: number) => (column * rows + row) * 4 + heading
  const guess = (at: Point) => Math.abs(at.x - end.x) + Math.abs(at.y - end.y)
  const heap = new Heap()
  const origin = state(first.column, first.row, leaving)
  cost[origin] = 0
  heap.push(0, origin)
  const least = effort.left - STEPS_EACH
  while (heap.size > 0 && effort.left > Math.max(0, least)) {
    effort.left -= 1
    const here = heap.pop()
    const heading = here & 3
    const cell = here >> 2
    const column = Math.floor(cell / rows)
    const row = cell % rows
    if (column === last.column && row === last.row && heading === arriving) return walkBack(here, before, (at) => point(Math.floor((at >> 2) / rows), (at >> 2) % rows))
    const at = point(column, row)
    for (let turn = 0; turn < 4; turn += 1) {
      if ((turn + 2) % 4 === heading) continue
      const step = STEPS[turn] as readonly [number, number]
      // Turning on the spot costs a bend; moving goes on in the same direction.
      const nextColumn = column + step[0]
      const nextRow = row + step[1]
      const onGoal = column === last.column && row === last.row
      if (onGoal && turn === arriving) {
        const there = state(column, row, turn)
        const total = (cost[here] as number) + BEND
        if (total < (cost[there] as number)) {
          cost[there] = total
          before[there] = here
          heap.push(total, there)
        }
      }
      if (nextColumn < 0 || nextRow < 0 || nextColumn >= xs.length || nextRow >= rows) continue
      const next = point(nextColumn, nextRow)
      if (obstacles.some((box) => hits(box, at, next, CLEAR))) continue
      const total = (cost[here] as number) + price(at, next, used, target) + (turn === heading ? 0 : BEND)
      const there = state(nextColumn, nextRow, turn)
      if (total < (cost[there] as number)) {
        cost[there] = total
        before[there] = here
        heap.push(total + guess(next), there)
      }
    }
  }
  return null
}

function walkBack(at: number, before: Int32Array, point: (at: number) => Point): Point[] {
  const found: Point[] = []
  for (let here = at; here !== -1; here = before[here] as number) found.unshift(point(here))
  return found
}

/** Drops the points between which the line goes straight on. */
export function straighten(points: readonly Point[]): Point[] {
  const kept: Point[] = []
  for (const point of points) {
    const last = kept.at(-1)
    if (last && last.x === point.x && last.y === point.y) continue
    const earlier = kept.at(-2)
    if (last && earlier && ((earlier.x === last.x && last.x === point.x) || (earlier.y === last.y && last.y === point.y))) kept.pop()
    kept.push(point)
  }
  return kept
}

/** The way without looking at anything else: for huge drawings, and while a shape is being dragged. */
export function plainRoute({ start, end }: Ends): Point[] {
  const from = stubOf(start)
  const to = stubOf(end)
  const flat = start.side === 'left' || start.side === 'right'
  const middle = flat
    ? [
        { x: (from.x + to.x) / 2, y: from.y },
        { x: (from.x + to.x) / 2, y: to.y },
      ]
    : [
        { x: from.x, y: (from.y + to.y) / 2 },
        { x: to.x, y: (from.y + to.y) / 2 },
      ]
  return straighten([start, from, ...middle, to, end].map(({ x, y }) => ({ x, y })))
}

const span = (points: readonly Point[]) =>
  points.reduce((sum, point, at) => {
    const before = points[at - 1] ?? point
    return sum + Math.abs(point.x - before.x) + Math.abs(point.y - before.y)
  }, 0)

/** A way for every wire. Short ones are drawn first, so that long ones go around them. */
export function routeAll(
  wires: readonly Wire[],
  boxes: ReadonlyMap<string, Box>,
  obstacles: readonly Box[],
  wide: (id: string) => boolean,
): Map<string, Point[]> {
  const ports = portsOf(wires, boxes, wide)
  const routes = new Map<string, Point[]>()
  const used: Used[] = []
  const effort: Effort = { left: STEPS_ALL }
  const order = wires
    .flatMap((wire) => {
      const ends = ports.get(wire.id)
      return ends ? [{ wire, ends, length: span([ends.start, ends.end]) }] : []
    })
    .sort((one, other) => one.length - other.length)
  for (const { wire, ends } of order) {
    const leave = stubOf(ends.start)
    const goal = stubOf(ends.end)
    const near = obstacles.filter((box) => hits(box, leave, goal, WINDOW))
    let points = search(ends, near, used, wire.to, effort)
    // A way between the near shapes may still run through one further away.
    if (points && near.length < obstacles.length && points.some((point, at) => at > 0 && obstacles.some((box) => hits(box, points?.[at - 1] as Point, point, 0)))) {
      points = search(ends, obstacles, used, wire.to, effort)
    }
    const { start, end } = ends
    const route = points ? straighten([{ x: start.x, y: start.y }, ...points, { x: end.x, y: end.y }]) : plainRoute(ends)
    routes.set(wire.id, route)
    for (let at = 1; at < route.length; at += 1) {
      const one = route[at - 1] as Point
      const other = route[at] as Point
      const flat = one.y === other.y
      used.push({
        flat,
        at: flat ? one.y : one.x,
        from: flat ? Math.min(one.x, other.x) : Math.min(one.y, other.y),
        to: flat ? Math.max(one.x, other.x) : Math.max(one.y, other.y),
        target: wire.to,
      })
    }
  }
  return routes
}
