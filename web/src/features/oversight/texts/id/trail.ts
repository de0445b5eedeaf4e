import { addTexts } from '~/i18n/texts'

const trail = {
  filters: 'Filter tersimpan',
  none: 'Belum ada filter tersimpan.',
  failed: 'Filter tersimpan tidak dapat dimuat. Coba lagi.',
  own: 'Milik saya',
  shared: 'Dibagikan kepada saya',
  changed: '(diubah)',
  keep: 'Simpan filter ini',
  keepText: 'Yang disimpan adalah filternya, bukan catatan yang ditemukan.',
  refill: 'Perbarui “{{name}}” dengan filter ini',
  change: 'Ubah nama atau bagikan “{{name}}”',
  remove: 'Hapus “{{name}}”',
  removeShort: 'Hapus',
  removeTitle: 'Hapus filter “{{name}}”?',
  removeText: 'Filter di layar tetap terpasang.',
  removeSharedText: 'Rekan yang memakainya juga tidak melihatnya lagi. Filter di layar tetap terpasang.',
  removed: 'Filter “{{name}}” dihapus.',
  saved: 'Filter “{{name}}” tersimpan.',
  name: 'Nama filter',
  nameText: 'Jangan memuat nama atau nomor nasabah.',
  nameTaken: 'Anda sudah punya filter dengan nama ini.',
  share: 'Bagikan kepada peran',
  shareText: 'Semua pemegang peran ini dapat memakainya; hanya Anda yang mengubahnya.',
  onlyMe: 'Hanya saya',
  byPerson: 'Menurut orang',
  title: 'Siapa melihat nasabah {{name}}',
  summary: '{{records}} catatan oleh {{people}} orang; {{denied}} ditolak, {{elevated}} dengan akses darurat.',
  people: 'Orang',
  nobody: 'Belum ada yang tercatat tentang nasabah ini.',
  records_one: '{{shown}} catatan',
  records_other: '{{shown}} catatan',
  denied_one: '{{count}} ditolak',
  denied_other: '{{count}} ditolak',
  elevated_one: '{{count}} akses darurat',
  elevated_other: '{{count}} akses darurat',
  recordsOf: 'Yang dilakukan {{name}}',
  allRecords: 'Semua catatan',
  couldSee: 'Siapa dapat melihat',
  profile: 'Buka profil',
  explorer: 'Buka di jejak audit',
}

declare module '~/i18n/texts' {
  interface Texts {
    trail: typeof trail
  }
}

addTexts({ trail })
