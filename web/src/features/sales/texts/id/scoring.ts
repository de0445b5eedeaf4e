import { addTexts } from '~/i18n/texts'

const scoring = {
  change: 'Ubah penilaian prospek',
  changeText: 'Semua prospek terbuka dinilai ulang sesudah disimpan.',
  saved: 'Penilaian prospek disimpan, skor dihitung ulang.',
  columns: { factor: 'Faktor', points: 'Poin', days: 'Paling lama', state: 'Keadaan' },
  days_one: '{{count}} hari',
  days_other: '{{count}} hari',
  on: 'Dipakai',
  off: 'Tidak dipakai',
  pointsOf: 'Poin: {{name}}',
  daysOf: 'Hari: {{name}}',
  onOf: 'Pakai: {{name}}',
  startsAt: '{{band}} mulai dari',
}

declare module '~/i18n/texts' {
  interface Texts {
    scoring: typeof scoring
  }
}

addTexts({ scoring })
