import { expect, it } from 'vitest'

import { topOf } from './scale'

it('draws bars against a round number that none of them passes', () => {
  expect([[], [0], [4], [5], [12], [50], [51], [420]].map(topOf)).toEqual([
    4, 4, 4, 5, 20, 50, 100, 500,
  ])
})
