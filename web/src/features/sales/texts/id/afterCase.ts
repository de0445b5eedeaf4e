import { addTexts } from '~/i18n/texts'

const afterCase = {
  title: 'Sesudah kasus ditutup',
  text: 'Tugas yang dibuat sendiri untuk RM nasabah, atau penanggung jawab kasus, bila nasabah menyetujui pemasaran dan kasusnya tidak sensitif.',
  followed: 'Sesudah ditutup',
  openTask: 'Buka tugasnya',
  make: 'Tambah aturan',
  change: 'Ubah aturan: {{name}}',
  changeShort: 'Ubah',
  saved: 'Disimpan: {{name}}',
  columns: { rule: 'Aturan', task: 'Tugas', cases: 'Kategori kasus', due: 'Tenggat', state: 'Keadaan', act: 'Tindakan' },
  fields: {
    name_id: 'Nama aturan (Indonesia)',
    name_en: 'Nama aturan (Inggris)',
    task: 'Judul tugas',
    notes: 'Catatan tugas',
    categories: 'Kategori kasus',
    due: 'Tenggat, hari sesudah ditutup',
    position: 'Urutan',
    active: 'Dipakai',
  },
  categoriesText: 'Kosong berarti semua kategori yang tidak sensitif.',
  anyCategory: 'Semua yang tidak sensitif',
  days_one: '{{count}} hari',
  days_other: '{{count}} hari',
  used: 'Dipakai',
  unused: 'Tidak dipakai',
  measure: 'Sejak {{since}}',
  noTasks: 'Belum ada tugas dari kasus yang ditutup.',
  completed: '{{done}} dari {{all}} tugas selesai ({{rate}}), {{skipped}} dilewati, {{open}} masih terbuka.',
  outcomes: 'Kasus menurut tindak lanjut',
  byRule: 'Tugas menurut aturan',
  ruleDone: '{{name}}: {{done}} selesai',
}

declare module '~/i18n/texts' {
  interface Texts {
    afterCase: typeof afterCase
  }
}
addTexts({ afterCase })
