/* Where everything stands on the drawing, in its own pixels: lanes from top to bottom, states in their lanes. */
import { type Doc, type DocState, type Kind, LANES, type Lane, type Position } from '../model/definition'
import { layOut } from './layers'
import { type Box, GRID, LABEL, LANE_HEIGHT, PAD_BOTTOM, type Point, ROW, ROW_GAP, SIZE } from './sizes'

export interface Band {
  lane: Lane
  y: number
  height: number
}

export interface Geometry {
  bands: Band[]
  boxes: ReadonlyMap<string, Box>
  /** What lines must go around: every shape with its name. */
  obstacles: Box[]
}

export const snap = (value: number) => Math.round(value / GRID) * GRID

/** The places of all states inside their lanes; those without a stored one are laid out. */
export function placesOf(doc: Doc): Map<string, Position> {
  const stored = new Map(doc.states.flatMap((state) => (state.position ? [[state.id, state.position] as const] : [])))
  if (stored.size === doc.states.length) return stored
  const computed = layOut(doc)
  if (stored.size === 0) return computed
  const places = new Map(stored)
  for (const state of doc.states) {
    if (!places.has(state.id)) places.set(state.id, freePlace(doc, places, state, computed.get(state.id) ?? { x: 0, y: 0 }))
  }
  return places
}

const touches = (one: Box, other: Box, margin: number) =>
  one.x < other.x + other.width + margin &&
  other.x < one.x + one.width + margin &&
  one.y < other.y + other.height + margin &&
  other.y < one.y + one.height + margin

/** The nearest place to the wanted one, below or to the right of it, where the state covers no other of its lane. */
export function freePlace(doc: Doc, places: ReadonlyMap<string, Position>, state: Pick<DocState, 'kind' | 'lane'>, wanted: Position): Position {
  const taken = doc.states.flatMap((each) => {
    const place = places.get(each.id)
    return each.lane === state.lane && place ? [{ ...place, ...SIZE[each.kind] }] : []
  })
  const size = SIZE[state.kind]
  const free = (place: Position) => !taken.some((box) => touches(box, { ...place, ...size }, 24))
  for (let step = 0; step < 60; step += 1) {
    for (const place of [
      { x: wanted.x, y: wanted.y + step * (ROW + ROW_GAP) },
      { x: wanted.x + step * 72, y: wanted.y },
    ]) {
      if (free(place)) return place
    }
  }
  return wanted
}

/** A shape and, where it stands below, its name. */
export const obstaclesOf = (kind: Kind, box: Box): Box[] =>
  kind === 'task' ? [box] : [box, { x: box.x + box.width / 2 - LABEL.width / 2 + 16, y: box.y + box.height + LABEL.gap, width: LABEL.width - 32, height: LABEL.height / 2 }]

/** The lanes that hold a state, and those asked for, in their order. */
export const lanesShown = (doc: Doc, asked: ReadonlySet<Lane>) => LANES.filter((lane) => asked.has(lane) || doc.states.some((state) => state.lane === lane))

export function arrange(doc: Doc, asked: ReadonlySet<Lane> = new Set()): Geometry {
  const places = placesOf(doc)
  const bands: Band[] = []
  const boxes = new Map<string, Box>()
  const obstacles: Box[] = []
  let y = 0
  for (const lane of lanesShown(doc, asked)) {
    const inside = doc.states.filter((state) => state.lane === lane)
    const bottoms = inside.map((state) => Math.max(0, places.get(state.id)?.y ?? 0) + SIZE[state.kind].height)
    const height = Math.max(LANE_HEIGHT, ...bottoms.map((bottom) => bottom + PAD_BOTTOM))
    for (const state of inside) {
      const place = places.get(state.id) ?? { x: 0, y: 0 }
      const box = { x: place.x, y: y + Math.max(0, place.y), ...SIZE[state.kind] }
      boxes.set(state.id, box)
      obstacles.push(...obstaclesOf(state.kind, box))
    }
    bands.push({ lane, y, height })
    y += height
  }
  return { bands, boxes, obstacles }
}

/** The lane at a height of the drawing; above the first and below the last lane it is the nearest one. */
export const bandAt = (bands: readonly Band[], y: number): Band | undefined => bands.find((band) => y < band.y + band.height) ?? bands.at(-1)

export const centre = (box: Box): Point => ({ x: box.x + box.width / 2, y: box.y + box.height / 2 })
