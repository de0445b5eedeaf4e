import { addTexts } from '~/i18n/texts'

const opportunities = {
  title: 'Peluang',
  board: 'Papan peluang',
  find: 'Cari peluang',
  about: 'Tentang peluang',
  progress: 'Perjalanan peluang',
  peek: 'Intip peluang',
  create: 'Buat peluang',
  created: 'Peluang dibuat: {{name}}',
  changeTitle: 'Ubah peluang',
  changed: 'Peluang diubah: {{name}}',
  openLead: 'Buka prospek',
  weightedText: '{{percent}} % · {{value}}',
  weightedShort: 'tertimbang {{value}}',
  weightedSum: 'Nilai tertimbang {{value}}',
  totals: { count: 'Peluang terbuka', value: 'Nilai', weighted: 'Nilai tertimbang' },
  exportTitle: 'Ekspor daftar peluang',
  exportText: '{{rows}} peluang sesuai daftar di layar. Ekspor dicatat dalam jejak audit.',
  filters: { closed: 'Yang ditutup', sort: 'Urutan' },
  sorts: {
    closing: 'Perkiraan tutup terdekat',
    '-value': 'Nilai terbesar',
    stage_since: 'Paling lama di tahapnya',
  },
  stages: {
    NEW: 'Baru',
    QUALIFIED: 'Memenuhi syarat',
    PROPOSAL: 'Penawaran',
    NEGOTIATION: 'Negosiasi',
    CLOSED_WON: 'Berhasil',
    CLOSED_LOST: 'Gagal',
  },
  fields: {
    customer: 'Nasabah',
    stage: 'Tahap',
    interest: 'Minat produk',
    product: 'Produk',
    value: 'Perkiraan nilai',
    weighted: 'Nilai tertimbang',
    close: 'Perkiraan tutup',
    age: 'Usia',
    closed: 'Ditutup',
    owner: 'Penanggung jawab',
    branch: 'Cabang',
    created: 'Dibuat',
    source: 'Sumber',
    lost: 'Alasan gagal',
    won: 'Produk yang diambil',
    lead: 'Prospek',
  },
  empty: 'Belum ada peluang',
  emptyText: 'Prospek yang memenuhi syarat menjadi peluang dari halamannya.',
  emptyFiltered: 'Tidak ada peluang yang cocok',
}

declare module '~/i18n/texts' {
  interface Texts {
    opportunities: typeof opportunities
  }
}
addTexts({ opportunities })
