// scaffold: leave out (the whole file)
import { expect, test } from 'vitest'

import { momentOf, momentTyped } from './query'

test('a moment is shown and typed in the time of the organisation', () => {
  expect(momentTyped('2026-11-27T02:30:00Z')).toBe('2026-11-27T09:30')
  expect(momentOf('2026-11-27T09:30', null)).toBe('2026-11-27T09:30:00+07:00')
  expect(momentTyped(null)).toBe('')
})

test('an untouched moment goes back as it came, and an emptied field takes it away', () => {
  const stood = '2026-11-27T02:30:12.345Z'
  expect(momentOf(momentTyped(stood), stood)).toBe(stood)
  expect(momentOf('', stood)).toBeNull()
  expect(momentOf('', undefined)).toBeNull()
})
