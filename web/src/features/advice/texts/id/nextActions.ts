import { addTexts } from '~/i18n/texts'

const nextActions = {
  title: 'Saran tindakan',
  copilot: '30 detik',
  events: 'Tiga kejadian terakhir',
  show: 'Tampilkan ({{count}})',
  hide: 'Sembunyikan',
  none: 'Tidak ada saran saat ini.',
  accept: 'Terima',
  snooze: 'Tunda',
  reject: 'Tolak',
  actOf: '{{act}}: {{title}}',
  snoozeDays_one: '{{count}} hari',
  snoozeDays_other: '{{count}} hari',
  done: {
    ACCEPTED: 'Saran diterima, tugasnya ada di daftar tugas Anda.',
    REJECTED: 'Saran ditolak.',
    SNOOZED: 'Saran ditunda.',
  },
  undo: 'Batalkan',
  undoOf: 'Batalkan putusan: {{title}}',
  undone: 'Putusan dibatalkan, saran berlaku lagi.',
  decided: 'Putusan terakhir',
  until: 'kembali {{date}}',
  cooldown_one: 'tidak muncul lagi selama {{count}} hari',
  cooldown_other: 'tidak muncul lagi selama {{count}} hari',
  openTask: 'Buka tugas',
  rejectTitle: 'Tolak saran: {{title}}',
  rejectText_one: 'Saran yang sama tidak muncul lagi selama {{count}} hari. Anda dapat membatalkannya.',
  rejectText_other: 'Saran yang sama tidak muncul lagi selama {{count}} hari. Anda dapat membatalkannya.',
  rejectReason: 'Alasan (boleh kosong)',
  list: 'Saran tindakan',
  listText: 'Langkah berikut untuk nasabah yang Anda jangkau, yang terpenting lebih dulu.',
  noneShown: 'Tidak ada saran dengan saringan ini',
  noneAtAll: 'Tidak ada saran saat ini',
  noneText: 'Saran muncul begitu sebuah aturan berlaku bagi nasabah.',
  high_one: '{{count}} saran mendesak',
  high_other: '{{count}} saran mendesak',
  fields: { customer: 'Nasabah', advice: 'Saran', priority: 'Prioritas', action: 'Tindakan' },
  priorities: { HIGH: 'Tinggi', MEDIUM: 'Sedang', LOW: 'Rendah' },
  actions: {
    CALL: 'Telepon',
    OFFER_PRODUCT: 'Tawarkan produk',
    EDUCATE: 'Edukasi',
    PRIORITIZE_CASE: 'Dahulukan kasus',
    GREET: 'Ucapkan selamat',
  },
  rules: 'Aturan saran',
  rulesText: 'Saran berurut menurut prioritas, lalu urutan aturan, lalu yang lebih lama.',
  columns: { rule: 'Aturan', asks: 'Syarat', priority: 'Prioritas', cooldown: 'Masa jeda', state: 'Keadaan' },
  asksNothing: 'Tanpa syarat tambahan',
  days_one: '{{count}} hari',
  days_other: '{{count}} hari',
  on: 'Dipakai',
  off: 'Tidak dipakai',
  change: 'Ubah',
  changeRule: 'Ubah aturan: {{name}}',
  ruleSaved: 'Aturan disimpan: {{name}}',
  position: 'Urutan dalam prioritas',
  cooldownDays: 'Masa jeda (hari)',
}

declare module '~/i18n/texts' {
  interface Texts {
    nextActions: typeof nextActions
  }
}

addTexts({ nextActions })
