import { addTexts } from '~/i18n/texts'

const viewers = {
  title: 'Siapa dapat melihat nasabah',
  titleOf: 'Siapa dapat melihat nasabah {{name}}',
  text: 'Siapa yang pada suatu hari dapat membuka seorang nasabah, lewat hak apa dan pukul berapa, serta siapa yang benar-benar membukanya. Setiap pertanyaan tercatat.',
  summary_one: '{{could}} orang dapat membuka, {{did}} orang membuka. Sekarang nasabah {{branch}}.',
  summary_other: '{{could}} orang dapat membuka, {{did}} orang membuka. Sekarang nasabah {{branch}}.',
  choose: 'Pilih nasabahnya',
  chooseText: 'Isi nomor lengkapnya, atau buka laporan ini dari jejak audit nasabah.',
  notYours: 'Laporan akses hanya untuk pembaca seluruh jejak audit.',
  another: 'Nasabah lain',
  trail: 'Menurut orang',
  day: 'Hari',
  at: 'Pukul',
  span: 'Yang ditanyakan: {{from}} sampai {{until}}.',
  whole: 'Riwayat hak lengkap sejak {{since}}.',
  missing: 'Riwayat hak baru lengkap sejak {{since}}: hak yang dicabut sebelum itu tidak tampak di sini.',
  way: 'Jalan akses',
  role: 'Peran',
  place: 'Cabang atau unit',
  did: 'Pembukaan',
  onlyDid: 'Hanya yang membuka',
  sort: 'Urutan',
  sorts: { name: 'Nama', did: 'Terakhir membuka' },
  columns: { person: 'Orang', ways: 'Dapat melihat', deeds: 'Yang dilakukan' },
  named: 'atas nama',
  request: 'Lihat permintaannya',
  noWay: 'Tanpa hak yang diketahui',
  allDay: 'sepanjang hari',
  sofar: 'sepanjang hari, sampai sekarang',
  from: 'sejak {{from}}, sampai sekarang',
  until: 'sampai {{until}}',
  between: '{{from}}–{{until}}',
  didNothing: 'Tidak membuka',
  opened_one: 'Dibuka {{count}} kali',
  opened_other: 'Dibuka {{count}} kali',
  revealed_one: 'Data tersamar ditampilkan {{count}} kali',
  revealed_other: 'Data tersamar ditampilkan {{count}} kali',
  takenOut_one: 'Dibawa keluar {{count}} kali',
  takenOut_other: 'Dibawa keluar {{count}} kali',
  elevated: 'Dengan akses darurat',
  records: 'Catatan tentang yang dilakukan {{name}}',
  empty: 'Tidak seorang pun',
  emptyText: 'Pada hari ini tidak ada yang dapat membuka nasabah ini, atau nasabahnya belum ada.',
  emptyFiltered: 'Tidak ada yang cocok',
  emptyFilteredText: 'Longgarkan filternya untuk melihat orang lain.',
  export: 'Ekspor',
  exportTitle: 'Ekspor laporan akses',
  exportText: '{{rows}} baris, satu untuk setiap jalan akses. Ekspor tercatat di jejak audit.',
}

declare module '~/i18n/texts' {
  interface Texts {
    viewers: typeof viewers
  }
}

addTexts({ viewers })
