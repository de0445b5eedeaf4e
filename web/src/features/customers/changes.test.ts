import { expect, it } from 'vitest'

import { changedOnly, fieldErrors } from './changes'

it('sends only what was touched, trimmed', () => {
  const start = { phone_e164: '', email: '', status: 'ACTIVE', is_vip: false }
  expect(changedOnly(start, { phone_e164: ' 0812345 ', email: '  ', status: 'ACTIVE', is_vip: true })).toEqual({
    phone_e164: '0812345',
    is_vip: true,
  })
})

it('finds the field that an error names, with or without its path', () => {
  expect(fieldErrors({ 'body.changes.phone_e164': ['Bukan nomor.'], note: ['Wajib.', 'Terlalu pendek.'] })).toEqual({
    phone_e164: 'Bukan nomor.',
    note: 'Wajib. Terlalu pendek.',
  })
})
