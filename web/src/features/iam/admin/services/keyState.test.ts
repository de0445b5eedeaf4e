import { expect, it } from 'vitest'

import type { ServiceKey } from '../types'
import { activeKeys, endsSoon, lastUsed } from './keyState'

const NOW = Date.parse('2026-11-21T05:00:00Z')
const key = (over: Partial<ServiceKey>) => ({ state: 'ACTIVE', expires_at: '2027-01-01T00:00:00Z', last_used_at: null, ...over }) as ServiceKey

it('warns of a key that ends within a fortnight, and of no other', () => {
  expect(endsSoon(key({ expires_at: '2026-12-05T04:59:59Z' }), NOW)).toBe(true)
  expect(endsSoon(key({ expires_at: '2026-12-05T05:00:00Z' }), NOW)).toBe(false)
  expect(endsSoon(key({ expires_at: '2026-11-22T00:00:00Z', state: 'REVOKED' }), NOW)).toBe(false)
})

it('counts the keys that open something and knows which ends first', () => {
  const first = key({ expires_at: '2026-12-01T00:00:00Z' })
  const { keys, next } = activeKeys({ keys: [key({}), first, key({ state: 'EXPIRED', expires_at: '2026-11-01T00:00:00Z' })] })
  expect(keys).toHaveLength(2)
  expect(next).toBe(first)
  expect(activeKeys({ keys: [] }).next).toBeUndefined()
})

it('knows the latest use of any key, revoked ones included', () => {
  expect(lastUsed({ keys: [key({ last_used_at: '2026-11-20T00:00:00Z' }), key({ state: 'REVOKED', last_used_at: '2026-11-20T10:00:00+07:00' })] })).toBe('2026-11-20T10:00:00+07:00')
  expect(lastUsed({ keys: [key({})] })).toBeNull()
})
