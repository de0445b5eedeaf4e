import { expect, it } from 'vitest'

import { span } from './range'

it('turns calendar days into a half-open span in the zone of Jakarta', () => {
  expect(span({ from: '2026-11-01', to: '2026-11-30' })).toEqual({
    from: '2026-11-01T00:00:00+07:00',
    to: '2026-12-01T00:00:00+07:00',
  })
})

it('drops what is no calendar day', () => {
  expect(span({ from: 'yesterday', to: undefined })).toEqual({ from: undefined, to: undefined })
})
