import { describe, expect, it } from 'vitest'

import { openDefinition, stateByKey } from '../model/definition'
import { complaint, state, transition } from '../test/complaint'
import { arrowsOf, draw, neighbour, timerAt } from './drawing'
import { arrange, bandAt, freePlace, placesOf } from './geometry'
import type { Box, Point } from './sizes'

const doc = openDefinition(complaint())
const id = (key: string) => stateByKey(doc, key)?.id ?? ''

const inside = (box: Box, { x, y }: Point) => x > box.x && x < box.x + box.width && y > box.y && y < box.y + box.height
const overlap = (one: Box, other: Box) => one.x < other.x + other.width && other.x < one.x + one.width && one.y < other.y + other.height && other.y < one.y + one.height

function crosses(box: Box, one: Point, other: Point): boolean {
  const left = Math.min(one.x, other.x)
  const top = Math.min(one.y, other.y)
  return overlap(box, { x: left - 0.01, y: top - 0.01, width: Math.abs(one.x - other.x) + 0.02, height: Math.abs(one.y - other.y) + 0.02 })
}

describe('laying out', () => {
  const { bands, boxes } = arrange(doc)
  const box = (key: string) => boxes.get(id(key)) as Box

  it('gives every lane in use one band, in their order and without gaps', () => {
    expect(bands.map((band) => band.lane)).toEqual(['customer', 'agent', 'supervisor', 'compliance', 'system'])
    bands.slice(1).forEach((band, index) => expect(band.y).toBe((bands[index]?.y ?? 0) + (bands[index]?.height ?? 0)))
  })

  it('shows a lane without states only when it is asked for', () => {
    expect(arrange(doc, new Set(['unit'])).bands.map((band) => band.lane)).toEqual(['customer', 'agent', 'supervisor', 'unit', 'compliance', 'system'])
  })

  it('puts every state into its own lane', () => {
    for (const each of doc.states) {
      const band = bands.find(({ lane }) => lane === each.lane)
      expect(box(each.key).y).toBeGreaterThanOrEqual(band?.y ?? NaN)
      expect(box(each.key).y + box(each.key).height).toBeLessThanOrEqual((band?.y ?? 0) + (band?.height ?? 0))
    }
  })

  it('goes from left to right along the flow', () => {
    const order = ['START', 'NEW', 'IN_PROGRESS', 'ESCALATED', 'REVIEW_NEEDED', 'REVIEW', 'RESOLVED', 'CLOSED']
    const lefts = order.map((key) => box(key).x)
    expect(lefts).toEqual([...lefts].sort((one, other) => one - other))
  })

  it('covers no state by another', () => {
    const all = [...boxes.values()]
    all.forEach((one, index) => all.slice(index + 1).forEach((other) => expect(overlap(one, other)).toBe(false)))
  })

  it('ends for circles, for states that nothing leads to, and for an empty definition', () => {
    const round = openDefinition(complaint({ states: [state('A', 'task', 'agent'), state('B', 'task', 'agent'), state('C', 'task', 'unit')], transitions: [transition('ab', 'A', 'B'), transition('ba', 'B', 'A')] }))
    expect(placesOf(round).size).toBe(3)
    expect(arrange(openDefinition(complaint({ states: [], transitions: [] }))).bands).toEqual([])
  })

  it('keeps stored places and finds room for a state without one', () => {
    const mixed = openDefinition(complaint({ states: [state('A', 'task', 'agent', { position: { x: 40, y: 32 } }), state('B', 'task', 'agent')], transitions: [] }))
    const places = placesOf(mixed)
    expect(places.get('s0')).toEqual({ x: 40, y: 32 })
    expect(arrange(mixed).boxes.size).toBe(2)
    expect(overlap({ ...places.get('s0')!, width: 220, height: 56 }, { ...places.get('s1')!, width: 220, height: 56 })).toBe(false)
    expect(freePlace(mixed, places, { kind: 'task', lane: 'agent' }, { x: 40, y: 32 })).not.toEqual({ x: 40, y: 32 })
  })

  it('knows the lane at a height, and the nearest one beyond the ends', () => {
    expect(bandAt(bands, -50)?.lane).toBe('customer')
    expect(bandAt(bands, (bands[1]?.y ?? 0) + 1)?.lane).toBe('agent')
    expect(bandAt(bands, 99_999)?.lane).toBe('system')
  })
})

describe('drawing arrows', () => {
  const { geometry, lines } = draw(doc, 'id')

  it('draws a transition from several states once for each', () => {
    expect(lines.filter(({ arrow }) => arrow.transition.key === 'escalate').map(({ arrow }) => arrow.source.key).sort()).toEqual(['IN_PROGRESS', 'NEW', 'WAITING_INFO'])
  })

  it('runs at right angles, from its source to its target', () => {
    for (const { points, arrow } of lines) {
      points.slice(1).forEach((point, at) => expect(point.x === points[at]?.x || point.y === points[at]?.y).toBe(true))
      const end = points.at(-1) as Point
      const target = geometry.boxes.get(arrow.to) as Box
      expect(end.x === target.x || end.x === target.x + target.width || end.y === target.y || end.y === target.y + target.height).toBe(true)
    }
  })

  it('crosses no shape', () => {
    for (const { points, arrow } of lines) {
      for (const [state, box] of geometry.boxes) {
        const middle = points.slice(1, -1)
        if (state !== arrow.from && state !== arrow.to) points.slice(1).forEach((point, at) => expect(crosses(box, points[at] as Point, point), `${arrow.name} through ${state}`).toBe(false))
        else middle.forEach((point) => expect(inside(box, point)).toBe(false))
      }
    }
  })

  it('starts a timed arrow at its timer, and marks the way for all others out of a gateway', () => {
    const late = lines.find(({ arrow }) => arrow.transition.key === 'escalate_late')
    const box = geometry.boxes.get(id('IN_PROGRESS')) as Box
    expect(late?.points[0]).toEqual({ x: box.x + timerAt(box.width, 0), y: box.y + box.height + 10 })
    expect(lines.filter(({ arrow }) => arrow.otherwise).map(({ arrow }) => arrow.transition.key)).toEqual(['no_review'])
  })

  it('leaves out an arrow whose end is unknown', () => {
    const broken = openDefinition(complaint({ transitions: [transition('lost', 'NEW', 'NOWHERE')] }))
    expect(arrowsOf(broken, arrange(broken).boxes, 'id')).toEqual([])
  })
})

it('draws the largest definition that may be published without keeping anybody waiting', () => {
  const states = Array.from({ length: 200 }, (_, at) => state(`S${at}`, at === 0 ? 'start' : 'task', (['agent', 'unit', 'system'] as const)[at % 3] ?? 'agent'))
  const transitions = Array.from({ length: 1000 }, (_, at) => transition(`t${at}`, `S${(at * 7) % 200}`, `S${1 + ((at * 13) % 199)}`))
  const started = performance.now()
  expect(draw(openDefinition(complaint({ states, transitions })), 'id').lines.length).toBe(1000)
  // A loose bound: it took minutes before the search for ways was given an end.
  expect(performance.now() - started).toBeLessThan(15_000)
})

it('walks from shape to shape by direction', () => {
  const { boxes } = arrange(doc)
  expect(neighbour(boxes, id('NEW'), { x: 1, y: 0 })).toBe(id('IN_PROGRESS'))
  expect(neighbour(boxes, id('START'), { x: -1, y: 0 })).toBe(null)
  expect(neighbour(boxes, id('ESCALATED'), { x: 0, y: -1 })).not.toBe(null)
})
