/* The order of the agents as a circle: where each stands, and to whom a member goes from there. */

export interface Placed {
  x: number
  y: number
}

export interface Circle {
  /** The side of the square that it fits in. */
  side: number
  radius: number
  /** Of one agent's disc. */
  disc: number
  places: Placed[]
}

const LEAST_RADIUS = 118
const DISC = 16
const GAP = 17
const EDGE = 26

/** Number 1 stands at the top, the others follow clockwise; the circle grows with their number. */
export function circleOf(count: number): Circle {
  const radius = Math.max(LEAST_RADIUS, Math.ceil((count * (2 * DISC + GAP)) / (2 * Math.PI)))
  const side = 2 * (radius + EDGE)
  return {
    side,
    radius,
    disc: DISC,
    places: Array.from({ length: count }, (_, at) => pointAt(side / 2, radius, at / count)),
  }
}

/** A point on a circle about the middle; `turn` runs from 0 at the top, clockwise, to 1. */
export function pointAt(middle: number, radius: number, turn: number): Placed {
  const angle = (turn - 0.25) * 2 * Math.PI
  return {
    x: rounded(middle + radius * Math.cos(angle)),
    y: rounded(middle + radius * Math.sin(angle)),
  }
}

const rounded = (value: number) => Math.round(value * 100) / 100

export interface Hop {
  from: number
  to: number
  /** Places that are passed over on the way. */
  skipped: number[]
}

/** From every agent to the next who is free, wrapping from the last to the first. */
export function hopsOf(free: readonly boolean[]): Hop[] {
  const count = free.length
  return free.flatMap((_, from) => {
    const skipped: number[] = []
    for (let step = 1; step <= count; step += 1) {
      const to = (from + step) % count
      if (free[to]) return to === from ? [] : [{ from, to, skipped }]
      skipped.push(to)
    }
    return []
  })
}

/** The way of a hop: along the circle, or through the inside where somebody is passed over. */
export function hopPath(circle: Circle, hop: Hop): string {
  const count = circle.places.length
  const middle = circle.side / 2
  // The disc's own width along the circle, as a part of the whole turn.
  const room = (circle.disc + 3) / (2 * Math.PI * circle.radius)
  const length = ((hop.to - hop.from + count) % count) / count
  const start = pointAt(middle, circle.radius, hop.from / count + room)
  const end = pointAt(middle, circle.radius, hop.from / count + length - room)
  if (hop.skipped.length === 0) {
    const wide = length > 0.5 ? 1 : 0
    const arc = `A ${circle.radius} ${circle.radius} 0 ${wide} 1`
    return `M ${start.x} ${start.y} ${arc} ${end.x} ${end.y}`
  }
  const inside = circle.radius * Math.max(0.3, 0.78 - 0.06 * hop.skipped.length)
  const bend = pointAt(middle, inside, hop.from / count + length / 2)
  return `M ${start.x} ${start.y} Q ${bend.x} ${bend.y} ${end.x} ${end.y}`
}

/** The same list with one entry moved to another place. */
export function movedTo<Item>(items: readonly Item[], from: number, to: number): Item[] {
  const next = [...items]
  const [taken] = next.splice(from, 1)
  if (taken !== undefined) next.splice(Math.min(Math.max(0, to), next.length), 0, taken)
  return next
}
