import { describe, expect, it } from 'vitest'

import type { Move } from '../model'
import {
  type Board,
  CLOSED,
  extend,
  find,
  move,
  movesTo,
  next,
  place,
  type Reader,
  restore,
} from './model'

interface Card {
  id: string
  version: number
  status: string
  value: number
  moves: Move[]
}

const to = (state: string, transition = state.toLowerCase()): Move => ({
  transition,
  title: transition,
  to: state,
  to_label: state,
  needs: [],
})
const card = (id: string, status: string, value = 10, moves: Move[] = []): Card => ({
  id,
  version: 1,
  status,
  value,
  moves,
})
const reader: Reader<Card> = {
  state: (each) => each.status,
  value: (each) => each.value,
  weighted: (each) => each.value / 2,
  moved: (each, status) => ({ ...each, status }),
}

const board = (...filled: [string, Card[]][]): Board<Card> => ({
  closed: 0,
  columns: filled.map(([key, items]) => {
    const value = items.reduce((sum, each) => sum + each.value, 0)
    return {
      key,
      label: key,
      probability: null,
      count: items.length,
      capped: false,
      value,
      weighted: value / 2,
      items,
      nextCursor: null,
    }
  }),
})
const shown = (of: Board<Card>) =>
  Object.fromEntries(of.columns.map((column) => [column.key, column.items.map((each) => each.id)]))
const sums = (of: Board<Card>) =>
  of.columns.map((column) => [column.count, column.value, column.weighted])

describe('the board', () => {
  const three = () =>
    board(
      ['NEW', [card('a', 'NEW'), card('b', 'NEW', 30), card('c', 'NEW')]],
      ['CONTACTED', [card('d', 'CONTACTED')]],
    )

  it('lets a card go only where one of its moves leads, both ends by one column', () => {
    const one = card('a', 'NEW', 0, [
      to('CONTACTED', 'contact'),
      to('CLOSED_LOST', 'lose'),
      to('CLOSED_WON', 'win'),
    ])
    expect(movesTo(one, 'CONTACTED').map((each) => each.transition)).toEqual(['contact'])
    expect(movesTo(one, 'QUALIFIED')).toEqual([])
    expect(movesTo(one, CLOSED).map((each) => each.transition)).toEqual(['lose', 'win'])
  })

  it('moves a card to the end of its new column and counts both anew', () => {
    const after = move(three(), card('b', 'NEW', 30), 'CONTACTED', reader)
    expect(shown(after)).toEqual({ NEW: ['a', 'c'], CONTACTED: ['d', 'b'] })
    expect(sums(after)).toEqual([
      [2, 20, 10],
      [2, 40, 20],
    ])
  })

  it('puts a refused card back to where it was, and leaves what else moved meanwhile', () => {
    const before = three()
    const b = card('b', 'NEW', 30)
    const meanwhile = move(
      move(before, b, 'CONTACTED', reader),
      card('a', 'NEW'),
      'CONTACTED',
      reader,
    )
    const after = restore(meanwhile, before, b, reader)
    expect(shown(after)).toEqual({ NEW: ['c', 'b'], CONTACTED: ['d', 'a'] })
    expect(sums(restore(move(before, b, 'CONTACTED', reader), before, b, reader))).toEqual(
      sums(before),
    )
    expect(shown(restore(move(before, b, 'CONTACTED', reader), before, b, reader))).toEqual(
      shown(before),
    )
  })

  it('shows a card that a colleague moved where it stands now', () => {
    const before = three()
    const theirs = { ...card('b', 'CONTACTED', 30), version: 2 }
    const after = restore(
      move(before, card('b', 'NEW', 30), 'QUALIFIED', reader),
      before,
      theirs,
      reader,
    )
    expect(shown(after)).toEqual({ NEW: ['a', 'c'], CONTACTED: ['d', 'b'] })
    expect(find(after, 'b')?.card.version).toBe(2)
  })

  it('keeps the place of a card that only changed, and takes one off whose column is not shown', () => {
    expect(shown(place(three(), card('a', 'NEW', 50), reader))).toEqual(shown(three()))
    expect(sums(place(three(), card('a', 'NEW', 50), reader))[0]).toEqual([3, 90, 45])
    expect(shown(place(three(), card('a', 'CLOSED_WON'), reader))).toEqual({
      NEW: ['b', 'c'],
      CONTACTED: ['d'],
    })
  })

  it('does not bring a card onto a board that it was not on by a move', () => {
    expect(shown(move(three(), card('z', 'NEW'), 'CONTACTED', reader))).toEqual(shown(three()))
  })

  it('adds a further page without showing a card twice', () => {
    const after = extend(three(), 'NEW', [card('d', 'NEW'), card('e', 'NEW')], 'more')
    expect(shown(after).NEW).toEqual(['a', 'b', 'c', 'e'])
    expect(after.columns[0]?.nextCursor).toBe('more')
  })
})

describe('the keys', () => {
  const { columns } = board(
    ['NEW', [card('a', 'NEW'), card('b', 'NEW')]],
    ['CONTACTED', []],
    ['QUALIFIED', [card('c', 'QUALIFIED')]],
  )

  it('lead up and down a column and stop at its ends', () => {
    expect([
      next(columns, 'a', 'ArrowDown'),
      next(columns, 'b', 'ArrowDown'),
      next(columns, 'a', 'k'),
    ]).toEqual(['b', undefined, undefined])
  })

  it('lead over an empty column to the same height, or the lowest card there is', () => {
    expect([
      next(columns, 'b', 'ArrowRight'),
      next(columns, 'c', 'ArrowLeft'),
      next(columns, 'c', 'ArrowRight'),
    ]).toEqual(['c', 'a', undefined])
  })

  it('begin at the first card', () => {
    expect([
      next(columns, undefined, 'j'),
      next([], undefined, 'j'),
      next(columns, 'a', 'x'),
    ]).toEqual(['a', undefined, undefined])
  })
})
