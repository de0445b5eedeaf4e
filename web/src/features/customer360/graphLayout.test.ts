import { expect, it } from 'vitest'

import { around, baselines, between, LINE, nameLines, RADIUS, reach } from './graphLayout'

const WIDTH = 252
const HALF_WORD = 44

interface Box {
  left: number
  right: number
  top: number
  bottom: number
}

const wordsOf = (node: ReturnType<typeof around>[number], lines: number): Box => {
  const all = baselines(node, lines)
  return { left: node.x - HALF_WORD, right: node.x + HALF_WORD, top: (all[0] ?? 0) - LINE + 3, bottom: (all.at(-1) ?? 0) + 3 }
}

const crosses = (line: ReturnType<typeof between>, box: Box) =>
  Array.from({ length: 101 }, (_, step) => step / 100).some((at) => {
    const x = line.x1 + (line.x2 - line.x1) * at
    const y = line.y1 + (line.y2 - line.y1) * at
    return x > box.left && x < box.right && y > box.top && y < box.bottom
  })

it.each([1, 2, 3, 4])('lets no line run through a word with %i relations', (count) => {
  const nodes = around(count, WIDTH, 220, { x: HALF_WORD, y: reach(3) })
  const centre = { x: WIDTH / 2, y: 110 }
  const lines = nodes.map((node) => between(centre, node))
  for (const node of nodes) for (const line of lines) expect(crosses(line, wordsOf(node, 3))).toBe(false)
})

it('ends a line at the rim of the circle', () => {
  const node = { x: 200, y: 100 }
  expect(between({ x: 100, y: 100 }, node).x2).toBeLessThan(node.x - RADIUS)
})

it('breaks a name between words and shortens only what does not fit', () => {
  expect(nameLines('Anita Rosmaida Siregar')).toEqual(['Anita Rosmaida', 'Siregar'])
  expect(nameLines('PT Perkebunan Nusantara Empat Sejahtera')).toEqual(['PT Perkebunan', 'Nusantara Empa…'])
  expect(nameLines('Budi')).toEqual(['Budi'])
})
