import { addTexts } from '~/i18n/texts'

const reviews = {
  title: 'Peninjauan hak',
  text: 'Pimpinan menegaskan atau mencabut hak orang-orangnya. Hak yang tidak ditegaskan sampai batas waktu berakhir.',
  views: 'Tampilan',
  mine: 'Menunggu saya',
  all: 'Semua peninjauan',
  back: 'Semua peninjauan',
  empty: 'Tidak ada hak yang menunggu keputusan Anda',
  emptyText: 'Saat peninjauan berikutnya dibuka, hak orang-orang Anda muncul di sini.',
  none: 'Belum pernah ada peninjauan',
  noneText: 'Peninjauan dibuka berkala menurut pengaturan, atau kapan saja oleh administrator.',
  kinds: { ROLE: 'Peran', SCOPE: 'Penugasan' },
  decisions: { CONFIRMED: 'Ditegaskan', REMOVED: 'Dicabut', LAPSED: 'Berakhir tanpa keputusan', KEPT: 'Dipertahankan' },
  due: 'sampai {{date}}',
  closed: 'ditutup {{date}}',
  of: 'Peninjauan {{date}}',
  system: 'Sistem',
  counts: '{{open}} menunggu · {{confirmed}} ditegaskan · {{removed}} dicabut · {{lapsed}} berakhir · {{kept}} dipertahankan',
  rightsOf: 'Hak {{name}}',
  decidedBy: 'oleh {{name}}, {{date}}',
  waitsFor: 'menunggu {{name}}',
  waitsForWatch: 'menunggu kepatuhan atau administrator',
  confirm: 'Tegaskan',
  confirmAll: 'Tegaskan semua',
  confirmOf: 'Tegaskan hak {{name}}',
  confirmTitle: 'Tegaskan hak {{name}}?',
  confirmText: 'Hak ini tetap berlaku sampai peninjauan berikutnya. Keputusan Anda dicatat.',
  confirmed: 'Hak ditegaskan.',
  remove: 'Cabut',
  takesTwo: 'dicabut hanya oleh dua orang',
  removeOf: 'Cabut {{right}} dari {{name}}',
  removeTitle: 'Cabut hak {{name}}?',
  removeText: 'Hak ini berakhir sekarang dan tidak dapat dikembalikan di sini: pemberian baru memerlukan dua orang. Yang bersangkutan diberi tahu.',
  removed: 'Hak dicabut.',
  note: 'Catatan (boleh kosong)',
  open: 'Buka peninjauan',
  openTitle: 'Buka peninjauan hak sekarang?',
  openText: 'Semua peran dan penugasan masuk ke dalamnya. Setiap pimpinan diberi tahu; yang tidak ditegaskan sampai batas waktu berakhir.',
  opened: 'Peninjauan dibuka; para pimpinan diberi tahu.',
}

declare module '~/i18n/texts' {
  interface Texts {
    reviews: typeof reviews
  }
}

addTexts({ reviews })
