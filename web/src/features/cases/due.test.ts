import { expect, it } from 'vitest'

import { isLate, lateFirst, standing } from './due'

const at = Date.parse('2026-11-22T08:00:00Z')
const one = (due_at: string, status: 'NEW' | 'WAITING_INFO' | 'RESOLVED' = 'NEW') => ({ due_at, status, waiting: status === 'WAITING_INFO' })

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

it('puts what is late by any clock that is not met before the rest', () => {
  const row = (id: string, due_at: string, first: string | null, answered: string | null = null) => ({ id, ...one(due_at), first_response_due_at: first, first_responded_at: answered })
  const rows = [
    row('in time', '2026-11-22T09:00:00Z', '2026-11-22T08:30:00Z'),
    row('first response late', '2026-11-23T08:00:00Z', '2026-11-22T04:00:00Z'),
    row('answered at first', '2026-11-24T08:00:00Z', '2026-11-22T04:00:00Z', '2026-11-22T03:00:00Z'),
    row('over', '2026-11-22T07:00:00Z', null),
  ]
  expect(rows.filter((each) => isLate(each, at)).map(({ id }) => id)).toEqual(['first response late', 'over'])
  expect(lateFirst(rows, at).map(({ id }) => id)).toEqual(['first response late', 'over', 'in time', 'answered at first'])
})
