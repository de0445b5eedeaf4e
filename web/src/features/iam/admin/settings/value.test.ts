import i18next from 'i18next'
import { describe, expect, it } from 'vitest'

import '../../texts/id/admin'
import { equalValues, outOfBounds, valueWords } from './value'

const number = { kind: 'INTEGER', minimum: 60, maximum: 3600, unit: 'detik', choices: null } as const
const t = i18next.t.bind(i18next)

describe('the value of a setting', () => {
  it('is the same whatever the order of what was chosen', () => {
    expect(equalValues(['ADMIN', 'COMPLIANCE'], ['COMPLIANCE', 'ADMIN'])).toBe(true)
    expect(equalValues(null, { days: [1], opens: '07:00', closes: '18:00' })).toBe(false)
    expect(equalValues(900, 900)).toBe(true)
  })

  it('is a whole number within its bounds', () => {
    expect([59, 60, 3600, 3601, 60.5, ''].map((value) => outOfBounds(number, value))).toEqual(['bounds', null, null, 'bounds', 'number', 'number'])
    expect(outOfBounds({ kind: 'BOOLEAN', minimum: null, maximum: null }, 'x')).toBeNull()
  })

  it('reads in words', () => {
    expect(valueWords(t, number, 1800)).toBe('30 menit')
    expect(valueWords(t, number, 90)).toBe('90 detik')
    expect(valueWords(t, number, 28800)).toBe('8 jam')
    expect(valueWords(t, { ...number, kind: 'BOOLEAN' }, false)).toBe('Tidak')
    expect(valueWords(t, { kind: 'CHOICES', unit: null, choices: [{ key: 'A', name: 'Satu' }] }, ['A', 'B'])).toBe('Satu, B')
    expect(valueWords(t, { kind: 'HOURS', unit: null, choices: null }, { days: [1, 2], opens: '07:00', closes: '18:00' })).toBe('Sen, Sel 07:00–18:00')
    expect(valueWords(t, { kind: 'HOURS', unit: null, choices: null }, null)).toBe('Setiap saat')
  })
})
