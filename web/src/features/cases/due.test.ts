import { expect, it } from 'vitest'

import { isLate, standing } from './due'

const at = Date.parse('2026-11-22T08:00:00Z')
const one = (next_due_at: string, status: 'NEW' | 'WAITING_INFO' | 'RESOLVED' = 'NEW') => ({ next_due_at, status, waiting: status === 'WAITING_INFO' })

it('tells late, soon and calm apart to the second', () => {
  expect(standing(one('2026-11-22T07:59:59Z'), at)).toEqual({ standing: 'late', left: -1 })
  expect(standing(one('2026-11-23T08:00:00Z'), at)).toEqual({ standing: 'soon', left: 86_400 })
  expect(standing(one('2026-11-23T08:00:01Z'), at)).toEqual({ standing: 'calm', left: 86_401 })
})

it('shows a wait only while there is time left, and an answered case as done', () => {
  expect(standing(one('2026-11-22T09:00:00Z', 'WAITING_INFO'), at).standing).toBe('waiting')
  expect(standing(one('2026-11-22T07:00:00Z', 'WAITING_INFO'), at).standing).toBe('late')
  expect(standing(one('2026-11-22T07:00:00Z', 'RESOLVED'), at).standing).toBe('done')
})

it('takes an open case for late by the nearest of its unmet clocks, also while it waits, and an answered one never', () => {
  const over = '2026-11-22T04:00:00Z'
  expect([one(over), one(over, 'WAITING_INFO'), one(over, 'RESOLVED'), one('2026-11-22T09:00:00Z')].map((each) => isLate(each, at))).toEqual([true, true, false, false])
})
