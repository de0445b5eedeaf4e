import i18next from 'i18next'
import { afterEach, describe, expect, it } from 'vitest'

import { clock, date, dateTime, dayHeading, dayShort, decimal, fileSize, money, moneyShort, relative } from './format'

const plain = (text: string) => text.replace(/\u00a0/g, ' ')
const words = { today: 'Hari ini', yesterday: 'Kemarin' }

afterEach(() => i18next.changeLanguage('id'))

describe('formats', () => {
  it('writes rupiah the Indonesian way in both languages', async () => {
    expect(plain(money('1250000.00'))).toBe('Rp 1.250.000')
    expect(plain(money(1250000.5))).toBe('Rp 1.250.000,50')
    expect(plain(moneyShort(48_250_000))).toBe('Rp 48,3 jt')
    await i18next.changeLanguage('en')
    expect(plain(money('1250000'))).toBe('Rp 1.250.000')
  })

  it('writes decimals with one, so that a column of them lines up', async () => {
    expect([2, 1.7, 1200.25].map(decimal)).toEqual(['2,0', '1,7', '1.200,3'])
    await i18next.changeLanguage('en')
    expect(decimal(2)).toBe('2.0')
  })

  it('writes sizes of files with at most one decimal', () => {
    expect([1, 840, 999, 12_480, 3_000_000, 25_000_000, 4_200_000_000].map((size) => plain(fileSize(size)))).toEqual(['1 B', '840 B', '999 B', '12,5 kB', '3 MB', '25 MB', '4,2 GB'])
  })

  it('shows one clock whatever the zone of the computer', async () => {
    expect(dateTime('2026-11-21T07:05:00Z')).toBe('21 Nov 2026 14.05 WIB')
    await i18next.changeLanguage('en')
    expect(dateTime('2026-11-21T07:05:00Z')).toBe('21 Nov 2026 14:05 WIB')
  })

  it('keeps the day of a plain date and of an instant just before midnight', () => {
    expect(date('2026-01-01')).toBe('1 Jan 2026')
    expect(date('2025-12-31T17:30:00Z')).toBe('1 Jan 2026')
  })

  it('names today and yesterday by the calendar of Jakarta', () => {
    const now = new Date('2026-11-20T18:00:00Z')
    expect(dayHeading('2026-11-20T17:10:00Z', now, words)).toBe('Hari ini, 21 Nov 2026')
    expect(dayHeading('2026-11-20T16:50:00Z', now, words)).toBe('Kemarin, 20 Nov 2026')
    expect(dayHeading('2026-11-18T05:00:00Z', now, words)).toBe('Rabu, 18 Nov 2026')
  })

  it('shortens a day for a narrow column, with the year where it is not this one', () => {
    const now = new Date('2026-11-20T18:00:00Z')
    expect(dayShort('2026-11-20T17:10:00Z', now, words)).toEqual(['21 Nov', 'Hari ini'])
    expect(dayShort('2026-11-20T16:50:00Z', now, words)).toEqual(['20 Nov', 'Kemarin'])
    expect(dayShort('2026-11-18T05:00:00Z', now, words)).toEqual(['18 Nov', 'Rab'])
    expect(dayShort('2025-12-31T16:30:00Z', now, words)).toEqual(['31 Des', '2025'])
  })

  it('tells relative time and a countdown that never goes below zero', () => {
    const now = new Date('2026-11-21T07:05:00Z')
    expect(relative('2026-11-21T07:02:00Z', now)).toBe('3 menit yang lalu')
    expect(relative('2026-11-21T07:04:50Z', now)).toBe('sekarang')
    expect(clock(65)).toBe('1:05')
    expect(clock(-3)).toBe('0:00')
  })
})
