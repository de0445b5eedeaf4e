import { expect, test } from 'vitest'

import { flowLayout } from './layout'

test('blocks are as high as their customers, and bands lie on both without overlap', () => {
  const flows = [
    { from: 'B', to: 'A', size: 10 },
    { from: 'A', to: 'A', size: 30 },
    { from: 'A', to: 'B', size: 20 },
    { from: 'B', to: 'B', size: 0 },
  ]

  const { left, right, bands } = flowLayout(flows, ['A', 'B', 'C'], 128)

  expect(left).toEqual([
    { key: 'A', size: 50, top: 0, height: 100 },
    { key: 'B', size: 10, top: 108, height: 20 },
  ])
  expect(right).toEqual([
    { key: 'A', size: 40, top: 0, height: 80 },
    { key: 'B', size: 20, top: 88, height: 40 },
  ])
  expect(bands).toEqual([
    { from: 'A', to: 'A', size: 30, left: 0, right: 0, height: 60 },
    { from: 'A', to: 'B', size: 20, left: 60, right: 88, height: 40 },
    { from: 'B', to: 'A', size: 10, left: 108, right: 60, height: 20 },
  ])
  expect(flowLayout([], ['A'], 100)).toEqual({ left: [], right: [], bands: [] })
})
