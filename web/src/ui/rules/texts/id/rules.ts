import { addTexts } from '~/i18n/texts'

const rules = {
  how: 'Cara menggabungkan',
  all: 'Semua',
  any: 'Salah satu',
  not: 'Bukan: berlaku bila tidak terpenuhi',
  add: 'Syarat',
  addGroup: 'Kelompok',
  remove: 'Hapus syarat',
  removeGroup: 'Hapus kelompok',
  condition: 'Syarat',
  field: 'Isian',
  operator: 'Pembanding',
  value: 'Nilai',
  values: 'Nilai-nilai',
  valuesHint: 'Ketik, lalu Enter',
  low: 'Batas bawah',
  high: 'Batas atas',
  days: 'Jumlah hari',
  inDays: 'hari',
  choose: 'Pilih…',
}

declare module '~/i18n/texts' {
  interface Texts {
    rules: typeof rules
  }
}

addTexts({ rules })
