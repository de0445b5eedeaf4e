import { expect, it } from 'vitest'

import { filtersOf, kindsOf, type Message } from './query'
import { storyOf } from './story'

it('tells what happened to a message in its order, and the day where it changes', () => {
  const message = { sent_at: '2026-11-21T07:05:00Z', delivered_at: '2026-11-21T07:06:00Z', clicked_at: '2026-11-22T02:00:00Z', opened_at: '2026-11-22T01:59:00Z', failed_at: null } as Message
  expect(storyOf(message).map(({ step, words }) => `${step} ${words}`)).toEqual(['sent 21 Nov 2026 14.05', 'delivered 14.06', 'opened 22 Nov 2026 08.59', 'clicked 09.00'])
})

it('reads channels and one purpose from the address, writes them back, and takes nothing else', () => {
  const filters = filtersOf(['SMS', 'Task', 'MARKETING', 'EMAIL', 'SERVICE'])
  expect(filters).toEqual({ channel: ['EMAIL', 'SMS'], purpose: 'SERVICE' })
  expect(kindsOf(filters)).toEqual(['EMAIL', 'SMS', 'SERVICE'])
  expect(kindsOf(filtersOf(['Task']))).toBeUndefined()
})
