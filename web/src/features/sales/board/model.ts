/* The board without its looks: where a card may go, what a move changes before the server has answered, and the way back. */
import { CLOSED_STATUSES, type Movable, type Move } from '../model'

/** How the board reads a card. */
export interface Reader<Card> {
  state: (card: Card) => string
  value: (card: Card) => number
  weighted: (card: Card) => number
  /** The same card in another state, as far as that is known before the server answers. */
  moved: (card: Card, to: string) => Card
}

export interface Column<Card> {
  key: string
  label: string
  probability: number | null
  count: number
  /** There are more than were counted. */
  capped: boolean
  value: number
  weighted: number
  items: readonly Card[]
  nextCursor: string | null
}

export interface Board<Card> {
  columns: readonly Column<Card>[]
  /** How many have ended of late. */
  closed: number
}

/** The last column holds both ends. */
export const CLOSED = 'CLOSED'
const ENDS: readonly string[] = CLOSED_STATUSES

/** The column that shows a state. */
export const columnOf = (state: string) => (ENDS.includes(state) ? CLOSED : state)

/** The moves that lead into a column; none where the card may not go. */
export const movesTo = (card: Movable, column: string): readonly Move[] =>
  card.moves.filter((move) => columnOf(move.to) === column)

/** Where the card is, or nothing. */
export function find<Card extends Movable>(
  board: Board<Card>,
  id: string,
): { column: string; at: number; card: Card } | null {
  for (const column of board.columns) {
    const at = column.items.findIndex((card) => card.id === id)
    const card = column.items[at]
    if (card) return { column: column.key, at, card }
  }
  return null
}

function without<Card extends Movable>(
  column: Column<Card>,
  id: string,
  reader: Reader<Card>,
): Column<Card> {
  const card = column.items.find((each) => each.id === id)
  if (!card) return column
  return {
    ...column,
    items: column.items.filter((each) => each.id !== id),
    count: Math.max(0, column.count - 1),
    value: column.value - reader.value(card),
    weighted: column.weighted - reader.weighted(card),
  }
}

/**
 * The board with this card where its state says, and nowhere else.
 *
 * A card that stays in its column keeps its place; another one comes to the end of its column, as the youngest there, or
 * to the place that it had before. A card whose column is not on the board leaves it.
 */
export function place<Card extends Movable>(
  board: Board<Card>,
  card: Card,
  reader: Reader<Card>,
  at?: number,
): Board<Card> {
  const key = columnOf(reader.state(card))
  const before = find(board, card.id)
  const index = before?.column === key ? before.at : at
  return {
    ...board,
    columns: board.columns.map((column) => {
      const rest = without(column, card.id, reader)
      if (column.key !== key) return rest
      const to = Math.min(index ?? rest.items.length, rest.items.length)
      return {
        ...rest,
        items: [...rest.items.slice(0, to), card, ...rest.items.slice(to)],
        count: rest.count + 1,
        value: rest.value + reader.value(card),
        weighted: rest.weighted + reader.weighted(card),
      }
    }),
  }
}

/** The board as if the move had been made already. */
export const move = <Card extends Movable>(
  board: Board<Card>,
  card: Card,
  to: string,
  reader: Reader<Card>,
): Board<Card> => (find(board, card.id) ? place(board, reader.moved(card, to), reader) : board)

/** The board after a refusal: the card, as it stands now, goes back to where it was, and nothing else changes. */
export function restore<Card extends Movable>(
  board: Board<Card>,
  before: Board<Card>,
  card: Card,
  reader: Reader<Card>,
): Board<Card> {
  const was = find(before, card.id)
  return was
    ? place(board, card, reader, columnOf(reader.state(card)) === was.column ? was.at : undefined)
    : board
}

/** A further page of a column behind what it shows; a card that moved meanwhile is not shown twice. */
export function extend<Card extends Movable>(
  board: Board<Card>,
  key: string,
  items: readonly Card[],
  nextCursor: string | null,
): Board<Card> {
  const known = new Set(board.columns.flatMap((column) => column.items.map((card) => card.id)))
  const fresh = items.filter((card) => !known.has(card.id))
  return {
    ...board,
    columns: board.columns.map((column) =>
      column.key === key ? { ...column, items: [...column.items, ...fresh], nextCursor } : column,
    ),
  }
}

const STEPS: Record<string, readonly [columns: number, cards: number]> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
  k: [0, -1],
  j: [0, 1],
}

/** The card that a key leads to from this one: the nearest column with cards, at the same height; nothing where there is no further one. */
export function next<Card extends Movable>(
  columns: readonly Column<Card>[],
  id: string | undefined,
  key: string,
): string | undefined {
  const step = STEPS[key]
  if (!step) return undefined
  const filled = columns.filter((column) => column.items.length > 0)
  const here = filled.findIndex((column) => column.items.some((card) => card.id === id))
  if (here === -1) return filled[0]?.items[0]?.id
  const row = filled[here]?.items.findIndex((card) => card.id === id) ?? 0
  const column = filled[here + step[0]]
  return column?.items[step[0] === 0 ? row + step[1] : Math.min(row, column.items.length - 1)]?.id
}
