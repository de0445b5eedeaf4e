/* Draws a definition by itself: from left to right by the way from the start, one horizontal lane per role, rows inside a lane. */
import { type Doc, type DocState, type Lane, LANES, type Position, stateByKey } from '../model/definition'
import { inFlowOrder } from '../model/order'
import { PAD_TOP, ROW, ROW_GAP, SIZE } from './sizes'

const LEFT = 40
const MIN_GAP = 76
const MAX_GAP = 188
const LETTER = 6.4
/** Between lanes the name of an arrow stands on the way up or down, so the next shape may begin sooner. */
const LANE_STEP = 60
const BESIDE = 28

interface Arrow {
  from: DocState
  to: DocState
  /** How much room its name takes, in pixels. */
  words: number
}

function arrowsOf(doc: Doc): Arrow[] {
  return doc.transitions.flatMap((transition) => {
    const to = stateByKey(doc, transition.to)
    const words = Math.max(transition.title.id.length, transition.title.en.length) * LETTER
    return transition.from.flatMap((key) => {
      const from = stateByKey(doc, key)
      return from && to && from !== to ? [{ from, to, words }] : []
    })
  })
}

/** How far right of its origin the target of an arrow begins. */
function step({ from, to, words }: Arrow): number {
  const { width } = SIZE[from.kind]
  if (from.lane === to.lane) return width + Math.min(MAX_GAP, Math.max(MIN_GAP, words + 44))
  return width + LANE_STEP
}

/** Where each state begins: far enough right of every state that leads forward to it, and of those before it in its own lane. */
function leftsOf(order: readonly DocState[], arrows: readonly Arrow[]): Map<DocState, number> {
  const place = new Map(order.map((state, index) => [state, index]))
  const lefts = new Map<DocState, number>()
  // How far each lane is filled by what comes before a state, by whatever way.
  const filled = new Map<DocState, Partial<Record<Lane, number>>>()
  for (const state of order) {
    const before = arrows.filter((arrow) => arrow.to === state && (place.get(arrow.from) ?? 0) < (place.get(state) ?? 0))
    const ends: Partial<Record<Lane, number>> = {}
    let left = LEFT
    for (const arrow of before) {
      left = Math.max(left, (lefts.get(arrow.from) ?? 0) + step(arrow))
      for (const [lane, end] of Object.entries(filled.get(arrow.from) ?? {}) as [Lane, number][]) ends[lane] = Math.max(ends[lane] ?? 0, end)
    }
    const own = ends[state.lane]
    if (own !== undefined) left = Math.max(left, own + MIN_GAP)
    lefts.set(state, Math.round(left / 4) * 4)
    filled.set(state, { ...ends, [state.lane]: left + SIZE[state.kind].width })
  }
  return lefts
}

/** The row of each state inside its lane: that of the states before it where there is room, else the nearest one. */
function rowsOf(order: readonly DocState[], lefts: ReadonlyMap<DocState, number>, arrows: readonly Arrow[]): Map<DocState, number> {
  const rows = new Map<DocState, number>()
  const left = (state: DocState) => lefts.get(state) ?? 0
  const covers = (one: DocState, other: DocState) =>
    left(one) < left(other) + SIZE[other.kind].width + BESIDE && left(other) < left(one) + SIZE[one.kind].width + BESIDE
  const free = (state: DocState, row: number) => ![...rows].some(([other, at]) => other.lane === state.lane && at === row && covers(state, other))
  const wish = (state: DocState) => {
    const known = arrows.filter((arrow) => arrow.to === state && rows.has(arrow.from) && arrow.from.lane === state.lane).map((arrow) => rows.get(arrow.from) ?? 0)
    return known.length > 0 ? Math.round(known.reduce((sum, row) => sum + row, 0) / known.length) : 0
  }
  for (const state of [...order].sort((one, other) => left(one) - left(other))) {
    const near = wish(state)
    let row = near
    for (let at = 0; !free(state, row); at += 1) row = at % 2 === 0 ? near + at / 2 + 1 : Math.max(0, near - (at + 1) / 2)
    rows.set(state, row)
  }
  return rows
}

/** A place inside its lane for every state. */
export function layOut(doc: Doc): Map<string, Position> {
  const arrows = arrowsOf(doc)
  // Arrows that go back in this order are left out, so that no circle makes the drawing endless.
  const order = inFlowOrder(doc)
  const lefts = leftsOf(order, arrows)
  const rows = rowsOf(order, lefts, arrows)
  const used = new Map(LANES.map((lane) => [lane, [...new Set(order.filter((state) => state.lane === lane).map((state) => rows.get(state) ?? 0))].sort((one, other) => one - other)]))
  return new Map(
    order.map((state) => {
      const row = used.get(state.lane)?.indexOf(rows.get(state) ?? 0) ?? 0
      return [state.id, { x: lefts.get(state) ?? LEFT, y: Math.round(PAD_TOP + row * (ROW + ROW_GAP) + (ROW - SIZE[state.kind].height) / 2) }]
    }),
  )
}
