import { addTexts } from '~/i18n/texts'

const configuration = {
  title: 'Ekspor & impor konfigurasi',
  text: 'Pengaturan, cabang, unit, peran, hak akses, kalender, alur kerja, aturan, dan daftar kode sebagai satu berkas. Tanpa rahasia dan tanpa data orang.',
  export: 'Ekspor',
  exportText: 'Unduh konfigurasi yang berlaku sekarang. Pengunduhan tercatat di jejak audit.',
  download: 'Unduh berkas',
  downloaded: 'Berkas diunduh. Sidik {{mark}}…',
  import: 'Impor',
  importText: 'Pilih berkas hasil ekspor. Perbedaannya ditampilkan dahulu; tidak ada yang berubah sebelum Anda mengimpor.',
  choose: 'Pilih berkas',
  chooseOther: 'Pilih berkas lain',
  notJson: 'Berkas ini tidak dapat dibaca. Pilih berkas .json hasil ekspor konfigurasi.',
  tooLarge: 'Berkas ini terlalu besar untuk halaman ini; pakai perintah simpul config_import.',
  comparing: 'Membandingkan…',
  same: 'Konfigurasi sudah sama dengan berkas ini',
  sameText: 'Tidak ada yang perlu diimpor.',
  changes_one: '{{count}} perubahan',
  changes_other: '{{count}} perubahan',
  problems_one: '{{count}} masalah menghalangi impor',
  problems_other: '{{count}} masalah menghalangi impor',
  problemsText: 'Tidak ada yang diimpor selama masih ada masalah.',
  lowering_one: '{{count}} perubahan menurunkan perlindungan',
  lowering_other: '{{count}} perubahan menurunkan perlindungan',
  loweringText: 'Sesudahnya lebih sedikit yang dijaga daripada sekarang. Kepatuhan diberi tahu bila Anda mengimpornya.',
  seen_one: 'Saya sudah melihat {{count}} perubahan yang menurunkan perlindungan.',
  seen_other: 'Saya sudah melihat {{count}} perubahan yang menurunkan perlindungan.',
  kinds: { added: 'baru', changed: 'ubah', removed: 'cabut' },
  run: 'Impor perubahan ini',
  runTitle_one: 'Impor {{count}} perubahan?',
  runTitle_other: 'Impor {{count}} perubahan?',
  runText: 'Semua perubahan berlaku sekaligus, atau tidak satu pun. Masing-masing tercatat di jejak audit.',
  onlyManagers: 'Hanya administrator yang mengimpor konfigurasi.',
}

declare module '~/i18n/texts' {
  interface Texts {
    configuration: typeof configuration
  }
}

addTexts({ configuration })
