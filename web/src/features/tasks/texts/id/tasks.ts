import { addTexts } from '~/i18n/texts'

const tasks = {
  title: 'Tugas',
  mine: 'Tugas saya',
  nothingMine: 'Tidak ada tugas yang menunggu.',
  text: 'Yang harus dikerjakan tentang nasabah, tenggat terdekat lebih dahulu.',
  make: 'Buat tugas',
  made: 'Tugas dibuat: {{title}}',
  change: 'Ubah',
  changeTitle: 'Ubah tugas',
  changed: 'Tugas diubah: {{title}}',
  complete: 'Selesai',
  skip: 'Lewati',
  skipTitle: 'Lewati tugas',
  skipPlaceholder: 'Mengapa tidak dikerjakan',
  reopen: 'Buka kembali',
  acted: { complete: 'Selesai: {{title}}', skip: 'Dilewati: {{title}}', reopen: 'Dibuka kembali: {{title}}' },
  peek: 'Intip tugas',
  openFull: 'Buka halaman penuh',
  views: 'Bagian daftar',
  view: { open: 'Terbuka', done: 'Selesai', skipped: 'Dilewati', all: 'Semua' },
  statuses: { OPEN: 'Terbuka', DONE: 'Selesai', SKIPPED: 'Dilewati' },
  overdue: 'Lewat tenggat',
  filters: { text: 'Cari dalam tugas', mine: 'Milik saya', overdue: 'Lewat tenggat', due: 'Tenggat', customer: 'Nasabah', sort: 'Urutan' },
  dueIn: { today: 'Sampai hari ini', week: 'Dalam 7 hari' },
  dueBefore: 'Sebelum {{day}}',
  oneCustomer: 'Satu nasabah',
  newest: 'Terbaru dahulu',
  fields: {
    title: 'Tugas',
    notes: 'Catatan',
    customer: 'Nasabah',
    owner: 'Penanggung jawab',
    due: 'Tenggat',
    status: 'Status',
    act: 'Tindakan',
    branch: 'Cabang',
    made: 'Dibuat',
    finished: 'Berakhir',
    // scaffold: leave out
    remind: 'Pengingat',
    subject: 'Tentang',
    // scaffold: end
  },
  by: '{{name}}, {{at}}',
  customerFirst: 'Pilih nasabahnya dahulu.',
  nobody: 'Tidak ada rekan yang cocok.',
  empty: { open: 'Tidak ada tugas terbuka', done: 'Belum ada tugas yang selesai', skipped: 'Belum ada tugas yang dilewati', all: 'Belum ada tugas' },
  emptyText: 'Tugas milik Anda, dan yang Anda bagi, muncul di sini.',
  emptyFiltered: 'Tidak ada tugas yang cocok',
  emptyFilteredText: 'Longgarkan filter, atau lihat bagian daftar yang lain.',
  // scaffold: leave out
  calendar: 'Kalender',
  // scaffold: end
  export: 'Ekspor',
  exportTitle: 'Ekspor daftar tugas',
  exportText: '{{rows}} tugas sesuai daftar di layar. Ekspor dicatat dalam jejak audit.',
}

declare module '~/i18n/texts' {
  interface Texts {
    tasks: typeof tasks
  }
}
addTexts({ tasks })
