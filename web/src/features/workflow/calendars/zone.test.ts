import i18next from 'i18next'
import { afterEach, expect, it } from 'vitest'

import { clockWord, dateTimeIn, dayLong, dayShort, instantOf, isZone, wallOf, weekdayLong, zones, zoneWord } from './zone'

afterEach(() => i18next.changeLanguage('id'))

const at = (zone: string, day: string, clock: string) => instantOf(zone, day, clock).toISOString()

it('turns the wall clock of a zone into an instant and back', () => {
  expect(at('Asia/Jakarta', '2026-08-17', '09:00')).toBe('2026-08-17T02:00:00.000Z')
  expect(at('Asia/Makassar', '2026-08-17', '00:30')).toBe('2026-08-16T16:30:00.000Z')
  expect(at('Asia/Jayapura', '2026-12-31', '24:00')).toBe('2026-12-31T15:00:00.000Z')
  expect(wallOf('Asia/Jayapura', new Date('2026-08-16T15:00:00Z'))).toEqual({ day: '2026-08-17', clock: '00:00' })
})

it('is right on both sides of a change of the clock', () => {
  expect(at('Europe/Amsterdam', '2026-03-29', '01:59')).toBe('2026-03-29T00:59:00.000Z')
  expect(at('Europe/Amsterdam', '2026-03-29', '03:00')).toBe('2026-03-29T01:00:00.000Z')
  expect(at('Europe/Amsterdam', '2026-10-25', '04:00')).toBe('2026-10-25T03:00:00.000Z')
  expect(at('America/New_York', '2026-03-08', '12:00')).toBe('2026-03-08T16:00:00.000Z')
})

it('names zones, days and times in the language of the page', async () => {
  expect([zoneWord('Asia/Makassar'), zoneWord('America/New_York')]).toEqual(['WITA', 'America/New York'])
  expect([dayLong('2026-08-17'), dayShort('2026-08-17'), dayShort('2026-08-17', false)]).toEqual([
    'Senin, 17 Agustus 2026',
    'Sen, 17 Agu 2026',
    'Sen, 17 Agu',
  ])
  expect(weekdayLong(6)).toBe('Minggu')
  expect(dateTimeIn('Asia/Jayapura', '2026-08-17T00:00:00Z')).toBe('Sen, 17 Agu 2026 09.00 WIT')
  await i18next.changeLanguage('en')
  expect([clockWord('24:00'), weekdayLong(0)]).toEqual(['24:00', 'Monday'])
})

it('offers the zones of Indonesia first and knows a zone when it sees one', () => {
  expect(zones().slice(0, 3)).toEqual(['Asia/Jakarta', 'Asia/Makassar', 'Asia/Jayapura'])
  expect([isZone('Asia/Jakarta'), isZone('Asia/Medan')]).toEqual([true, false])
})
