import { expect, it } from 'vitest'

import { countdownParts, nearness, secondsUntil } from './countdown'

it('counts whole seconds, and never below nought', () => {
  const end = '2026-11-25T10:00:00+07:00'
  expect(secondsUntil(end, Date.parse('2026-11-25T02:59:58.500Z'))).toBe(2)
  expect(secondsUntil(end, Date.parse('2026-11-25T03:00:00Z'))).toBe(0)
  expect(secondsUntil(end, Date.parse('2026-11-26T03:00:00Z'))).toBe(0)
})

it('says as many figures at every second', () => {
  expect(countdownParts(172_800)).toEqual({ days: 2, clock: '00:00:00' })
  expect(countdownParts(172_799)).toEqual({ days: 1, clock: '23:59:59' })
  expect(countdownParts(3_661)).toEqual({ days: 0, clock: '01:01:01' })
  expect(countdownParts(-4)).toEqual({ days: 0, clock: '00:00:00' })
})

it('names how near the end is', () => {
  expect([0, 1, 21_600, 21_601, 86_400, 86_401].map(nearness)).toEqual([
    'OVER',
    'HOURS',
    'HOURS',
    'DAY',
    'DAY',
    'LATER',
  ])
})
