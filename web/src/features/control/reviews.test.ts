import { expect, test } from 'vitest'

import { byPerson, type ReviewItem } from './reviews'

const item = (id: string, user: string): ReviewItem => ({
  id,
  recertification_id: 'r',
  due_at: '2026-12-09T00:00:00Z',
  person: { user_id: user, full_name: user.toUpperCase() },
  kind: 'ROLE',
  name: 'Agen',
  reviewer: null,
  decision: null,
  decided_by: null,
  decided_at: null,
  note: '',
  can: { decide: true, remove: true },
})

test('rights of one person stand together, also when pages part them', () => {
  const found = byPerson([item('1', 'a'), item('2', 'b'), item('3', 'a')])
  expect(found.map(({ person, items }) => [person.full_name, items.map(({ id }) => id)])).toEqual([
    ['A', ['1', '3']],
    ['B', ['2']],
  ])
})
