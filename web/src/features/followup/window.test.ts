import { expect, it } from 'vitest'

import { byEnd, endOf, isKept } from './window'

const window = {
  window_started_at: '2026-11-23T01:00:00Z',
  window_ends_at: '2026-11-25T01:00:00Z',
}
const open = { ...window, deposit_at: null }
const kept = { ...window, deposit_at: '2026-11-24T13:30:00Z' }

it('counts a deposit within the window from where it was made', () => {
  expect([isKept(kept), endOf(kept)]).toEqual([true, '2026-11-26T13:30:00.000Z'])
  expect([isKept(open), endOf(open)]).toEqual([false, window.window_ends_at])
})

it('does not count twice the deposit that the window began with', () => {
  const begun = { ...window, deposit_at: window.window_started_at }
  expect([isKept(begun), endOf(begun)]).toEqual([false, window.window_ends_at])
})

it('puts who is kept behind who leaves sooner', () => {
  expect(byEnd([kept, open])).toEqual([open, kept])
})
