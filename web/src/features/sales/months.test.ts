import { expect, it } from 'vitest'

import { monthsFrom } from './months'

it('counts months over the turn of the year, by the clock of the bank', () => {
  expect(monthsFrom(new Date('2026-10-31T18:00:00Z'), 4)).toEqual([
    '2026-11',
    '2026-12',
    '2027-01',
    '2027-02',
  ])
})
