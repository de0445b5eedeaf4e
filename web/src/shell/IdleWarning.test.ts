import { expect, it } from 'vitest'

import { sessionClock } from './IdleWarning'

const minute = 60_000

it('counts the idle time from the last request, with the half minute the server may be behind', () => {
  expect(sessionClock(13 * minute, 0, 900, 480 * minute)).toEqual({ left: 90, absolute: false })
  expect(sessionClock(15 * minute, 0, 900, 480 * minute)).toEqual({ left: 0, absolute: false })
})

it('lets the absolute end win, which no activity can move', () => {
  expect(sessionClock(479 * minute, 479 * minute, 900, 480 * minute)).toEqual({ left: 60, absolute: true })
})
