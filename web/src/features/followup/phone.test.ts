import { expect, it } from 'vitest'

import { callAddress, dialled, whatsappAddress } from './phone'

it('dials a number from anywhere', () => {
  for (const written of ['0812-3456-7890', '+62 812 3456 7890', '62812 34567890', '81234567890'])
    expect(dialled(written)).toBe('+6281234567890')
  expect(dialled('+65 6123 4567')).toBe('+6561234567')
  expect(dialled(' ')).toBe('')
})

it('leads to the telephone and to WhatsApp', () => {
  expect(callAddress('081234567890')).toBe('tel:+6281234567890')
  expect(whatsappAddress('081234567890')).toBe('https://wa.me/6281234567890')
})
