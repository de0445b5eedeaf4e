import { expect, it } from 'vitest'

import { filtersOf, sameFilters } from './query'

it('reads a kept filter back as the address holds it', () => {
  const filters = filtersOf({ filters: { action: ['SIGN_IN'], outcome: 'DENIED', from: '2026-10-31T17:00:00Z', to: '2026-11-02T17:00:00Z' } })

  expect(filters).toMatchObject({ action: 'SIGN_IN', outcome: 'DENIED', from: '2026-11-01', to: '2026-11-02' })
  expect(sameFilters(filters, { action: 'SIGN_IN', outcome: 'DENIED', from: '2026-11-01', to: '2026-11-02' })).toBe(true)
  expect(sameFilters(filters, { action: 'SIGN_IN', outcome: 'DENIED', from: '2026-11-01' })).toBe(false)
})
