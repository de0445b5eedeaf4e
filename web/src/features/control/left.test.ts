import { expect, it } from 'vitest'

import { timeLeft } from './left'

const now = new Date('2026-11-25T10:00:00+07:00')
const words = (until: string) => timeLeft(until, now).map(({ count, unit }) => `${count} ${unit}`).join(' ')

it('says the two largest units that are left', () => {
  expect(words('2026-11-28T10:00:00+07:00')).toBe('3 days')
  expect(words('2026-11-28T09:59:30+07:00')).toBe('2 days 23 hours')
  expect(words('2026-11-26T10:05:00+07:00')).toBe('1 days')
  expect(words('2026-11-25T12:30:00+07:00')).toBe('2 hours 30 minutes')
  expect(words('2026-11-25T10:01:00+07:00')).toBe('1 minutes')
})

it('says nothing once it is over, or within its last minute', () => {
  expect(words('2026-11-25T10:00:40+07:00')).toBe('')
  expect(words('2026-11-25T09:00:00+07:00')).toBe('')
})
