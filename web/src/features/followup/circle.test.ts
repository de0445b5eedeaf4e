import { expect, it } from 'vitest'

import { circleOf, hopPath, hopsOf, movedTo, pointAt } from './circle'

it('stands number 1 at the top and goes clockwise', () => {
  expect(circleOf(4)).toEqual({
    side: 288,
    radius: 118,
    disc: 16,
    places: [
      { x: 144, y: 26 },
      { x: 262, y: 144 },
      { x: 144, y: 262 },
      { x: 26, y: 144 },
    ],
  })
  expect(pointAt(10, 10, 1)).toEqual({ x: 10, y: 0 })
})

it('keeps discs apart however many there are', () => {
  for (const count of [2, 5, 30, 200]) {
    const { places, disc } = circleOf(count)
    const [one, two] = [places[0]!, places[1]!]
    expect(Math.hypot(one.x - two.x, one.y - two.y)).toBeGreaterThan(2 * disc)
  }
})

it('passes over who is not free, and wraps from the last to the first', () => {
  expect(hopsOf([true, true, false, true])).toEqual([
    { from: 0, to: 1, skipped: [] },
    { from: 1, to: 3, skipped: [2] },
    { from: 2, to: 3, skipped: [] },
    { from: 3, to: 0, skipped: [] },
  ])
  expect(hopsOf([false, true])).toEqual([{ from: 0, to: 1, skipped: [] }])
  expect(hopsOf([false, false])).toEqual([])
  expect(hopsOf([])).toEqual([])
})

it('bends inwards where somebody is passed over', () => {
  const circle = circleOf(4)
  const near = hopPath(circle, { from: 0, to: 1, skipped: [] })
  expect(near).toMatch(/^M [\d.]+ [\d.]+ A 118 118 0 0 1 /)
  expect(hopPath(circle, { from: 1, to: 3, skipped: [2] })).toContain('Q 144 ')
})

it('moves one entry and keeps the rest in their order', () => {
  expect(movedTo(['a', 'b', 'c', 'd'], 0, 2)).toEqual(['b', 'c', 'a', 'd'])
  expect(movedTo(['a', 'b', 'c', 'd'], 3, 0)).toEqual(['d', 'a', 'b', 'c'])
  expect(movedTo(['a', 'b'], 1, 9)).toEqual(['a', 'b'])
})
