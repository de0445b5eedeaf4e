import { expect, it } from 'vitest'

import { type DifferenceWords, linesOf, sentencesOf } from './difference'

const words: DifferenceWords = {
  field: (key) => ({ roles: 'Peran', email: 'E-mail', names: 'Nama' })[key] ?? key,
  code: (field, value) => (field === 'roles' ? { ADMIN: 'Administrator TI', AGENT: 'Petugas Layanan' }[value] ?? value : value),
  yes: 'Ya',
  no: 'Tidak',
  none: '–',
  grant: (place) => (place === 'AGENT case:U' ? 'Petugas Layanan: Kasus · Ubah' : undefined),
  reach: (value) => ({ NONE: 'Tidak ada', BRANCH: 'Cabang', 'ALL?': 'Semua (hanya yang ditunjuk)' })[value] ?? value,
  setting: (key) => (key === 'session.idle_seconds' ? 'Keluar otomatis' : undefined),
  settingValue: (_, value) => `${String(value)} detik`,
}
const read = (before: unknown, after: unknown) => linesOf({ before, after } as Parameters<typeof linesOf>[0], words).map((line) => `${line.name}: ${line.before} → ${line.after}`)

it('names only the fields that differ, codes by their names', () => {
  expect(read({ roles: ['AGENT'], email: 'a@contoh.id' }, { roles: ['ADMIN', 'AGENT'], email: 'a@contoh.id' })).toEqual(['Peran: Petugas Layanan → Administrator TI, Petugas Layanan'])
  expect(read(null, { roles: [], email: 'a@contoh.id', active: true })).toEqual(['E-mail: – → a@contoh.id', 'active: – → Ya'])
})

it('says nothing of what is made anew when the change is applied', () => {
  expect(read(null, { prefix: 'VSAT5lT5rP', change: 'CREATED', email: 'a@contoh.id' })).toEqual(['E-mail: – → a@contoh.id'])
})

it('reads grants as whose of what, by how far they reach', () => {
  expect(read({ 'AGENT case:U': 'NONE' }, { 'AGENT case:U': 'BRANCH' })).toEqual(['Petugas Layanan: Kasus · Ubah: Tidak ada → Cabang'])
  expect(read({ 'AGENT case:U': 'BRANCH', other: 1 }, { 'AGENT case:U': 'ALL?', other: 1 })).toEqual(['Petugas Layanan: Kasus · Ubah: Cabang → Semua (hanya yang ditunjuk)'])
})

it('reads settings by their labels and in their units', () => {
  expect(read({ 'session.idle_seconds': 900 }, { 'session.idle_seconds': 1200 })).toEqual(['Keluar otomatis: 900 detik → 1200 detik'])
})

it('reads what is made of parts, and instants of the day', () => {
  expect(read({ names: { id: 'Lama', en: '' } }, { names: { id: 'Baru', en: 'New' } })).toEqual(['Nama: id: Lama → id: Baru; en: New'])
  expect(read({}, { until: '2026-11-25T10:00:00+07:00' })[0]).toContain('25 Nov 2026 10.00 WIB')
})

it('hands on the sentences that say a change whole', () => {
  expect(sentencesOf({ after: { sentences: ['Cabang Uji ditambahkan.'] } } as unknown as Parameters<typeof sentencesOf>[0])).toEqual(['Cabang Uji ditambahkan.'])
  expect(sentencesOf({ after: null } as unknown as Parameters<typeof sentencesOf>[0])).toEqual([])
})
