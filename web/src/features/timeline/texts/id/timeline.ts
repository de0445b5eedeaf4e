import { addTexts } from '~/i18n/texts'

const timeline = {
  empty: 'Belum ada peristiwa',
  emptyText: 'Transaksi dan perubahan data akan muncul di sini.',
  noMatch: 'Tidak ada peristiwa pada filter ini',
  noMatchText: 'Lebarkan rentang waktu atau lepaskan jenisnya.',
  filter: 'Jenis peristiwa',
  actor: 'Oleh',
  subject: 'Acuan',
  sensitive: 'Sensitif',
  details: 'Rincian',
  period: 'Waktu',
}

declare module '~/i18n/texts' {
  interface Texts {
    timeline: typeof timeline
  }
}

addTexts({ timeline })
