import { expect, it } from 'vitest'

import { byDay, dayByKey, daysBetween, monthsOf, rangesOf, weekendsOf } from './days'

it('lays out a year in weeks from Monday', () => {
  const months = monthsOf(2026)
  const lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
  expect(months.map((each) => each.days.length)).toEqual(lengths)
  expect(months[0]).toMatchObject({ month: '2026-01', before: 3 })
  expect(months[10]).toMatchObject({ month: '2026-11', before: 6 })
  expect(monthsOf(2028)[1]?.days.at(-1)).toBe('2028-02-29')
})

it('makes ranges of chosen days, in whatever order they were chosen', () => {
  expect(rangesOf(['2026-03-01', '2026-02-28', '2026-03-03', '2026-02-27', '2026-03-03'])).toEqual([
    { first_day: '2026-02-27', last_day: '2026-03-01' },
    { first_day: '2026-03-03', last_day: '2026-03-03' },
  ])
  expect(rangesOf([])).toEqual([])
  const crossed = ['2025-12-31', '2026-01-01', '2026-01-02']
  expect(daysBetween('2026-01-02', '2025-12-31')).toEqual(crossed)
})

it('shows of a range the days that lie in the year', () => {
  const leave = { first_day: '2025-12-30', last_day: '2026-01-02', kind: 'LEAVE' }
  const off = { first_day: '2026-01-02', last_day: '2026-01-03', kind: 'OFF' }
  const past = { first_day: '2024-01-01', last_day: '2024-01-02', kind: 'OFF' }
  expect([...byDay([leave, off, past], 2026)].map(([day, range]) => [day, range.kind])).toEqual([
    ['2026-01-01', 'LEAVE'],
    ['2026-01-02', 'LEAVE'],
    ['2026-01-03', 'OFF'],
  ])
})

it('finds the weekends that are still to come', () => {
  expect(weekendsOf(2026, '2026-12-20')).toEqual(['2026-12-20', '2026-12-26', '2026-12-27'])
})

it('goes by the keys, and stays within the year', () => {
  expect(dayByKey('2026-01-31', 'ArrowRight')).toBe('2026-02-01')
  expect(dayByKey('2026-03-03', 'ArrowUp')).toBe('2026-02-24')
  expect(dayByKey('2026-03-31', 'PageUp')).toBe('2026-02-28')
  expect(dayByKey('2026-02-10', 'End')).toBe('2026-02-28')
  expect(dayByKey('2026-02-10', 'Home')).toBe('2026-02-01')
  expect(dayByKey('2026-12-31', 'ArrowDown')).toBeUndefined()
  expect(dayByKey('2026-02-10', 'a')).toBeUndefined()
})
