import { expect, it } from 'vitest'

import { barsOf, daysOf, monthAfter, monthOf, spanOf, weeksOf } from './months'
import type { Planned } from './query'

const planned = (campaign_id: string, starts_at: string, ends_at: string | null, status: Planned['status'] = 'APPROVED') => ({ campaign_id, starts_at, ends_at, status }) as Planned
const TODAY = '2026-11-24'

it('reads a month of the address, or takes the present one', () => {
  expect(monthOf('2026-02')).toBe('2026-02')
  expect(monthOf('2026-13', new Date('2026-11-30T20:00:00Z'))).toBe('2026-12')
  expect(monthAfter('2026-12', 1)).toBe('2027-01')
  expect(monthAfter('2026-01', -1)).toBe('2025-12')
})

it('fills whole weeks from Monday', () => {
  const weeks = weeksOf('2026-11')
  expect([weeks[0]?.[0], weeks.at(-1)?.[6], weeks.length]).toEqual(['2026-10-26', '2026-12-06', 6])
  expect(spanOf('2026-11')).toEqual({ since: '2026-10-26T00:00:00+07:00', until: '2026-12-07T00:00:00+07:00' })
})

it('takes the days in the zone of Simpul, and up to now for what still runs', () => {
  expect(daysOf(planned('a', '2026-11-02T17:30:00Z', '2026-11-03T01:00:00Z'), TODAY)).toEqual({ from: '2026-11-03', to: '2026-11-03' })
  expect(daysOf(planned('a', '2026-11-20T02:00:00Z', null, 'RUNNING'), TODAY)).toEqual({ from: '2026-11-20', to: TODAY })
  expect(daysOf(planned('a', '2026-11-28T02:00:00Z', null), TODAY)).toEqual({ from: '2026-11-28', to: '2026-11-28' })
})

it('lays bars over weeks without one covering another', () => {
  const items = [planned('long', '2026-11-06T03:00:00Z', '2026-11-17T03:00:00Z'), planned('short', '2026-11-10T03:00:00Z', '2026-11-10T09:00:00Z'), planned('late', '2026-11-18T03:00:00Z', null)]
  const [, first = [], second = [], third = []] = weeksOf('2026-11')
  const shape = (week: string[]) => barsOf(week, items, TODAY).map(({ planned: each, column, span, lane, before, after }) => [each.campaign_id, column, span, lane, before, after])
  expect(shape(first)).toEqual([['long', 4, 3, 0, false, true]])
  expect(shape(second)).toEqual([
    ['long', 0, 7, 0, true, true],
    ['short', 1, 1, 1, false, false],
  ])
  expect(shape(third)).toEqual([
    ['long', 0, 2, 0, true, false],
    ['late', 2, 1, 0, false, false],
  ])
})
