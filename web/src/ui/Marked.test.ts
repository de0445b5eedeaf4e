import { expect, it } from 'vitest'

import { pieces } from './Marked'

it('cuts a name at its marks, whatever their order or overlap', () => {
  expect(pieces('Budi Santoso', [[5, 8], [0, 4], [2, 4], [11, 99], [7, 3]])).toEqual([
    { text: 'Budi', marked: true },
    { text: ' ', marked: false },
    { text: 'San', marked: true },
    { text: 'tos', marked: false },
    { text: 'o', marked: true },
  ])
})
