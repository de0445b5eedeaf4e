import { addTexts } from '~/i18n/texts'

const listViews = {
  label: 'Tampilan tersimpan',
  everything: 'Semua',
  menu: 'Kelola tampilan',
  keep: 'Simpan sebagai tampilan baru',
  save: 'Simpan ke tampilan ini',
  saved: 'Tampilan tersimpan.',
  reset: 'Kembalikan',
  changed: 'Saringan berbeda dari “{{name}}”.',
  rename: 'Ubah nama dan pembagian',
  name: 'Nama tampilan',
  taken: 'Nama ini sudah dipakai.',
  shared: 'Bagikan kepada rekan di cabang saya',
  sharedText: 'Mereka dapat memakainya, tidak dapat mengubahnya.',
  pin: 'Sematkan di depan',
  unpin: 'Lepas sematan',
  default: 'Buka daftar dengan tampilan ini',
  undefault: 'Tidak lagi sebagai pembuka',
  remove: 'Hapus tampilan',
  removed: 'Tampilan dihapus.',
  removeTitle: 'Hapus tampilan {{name}}?',
  removeText: 'Isi daftarnya tidak berubah. Tampilan yang dihapus tidak dapat dikembalikan.',
  removeShared: 'Rekan yang memakainya juga kehilangan tampilan ini. Isi daftarnya tidak berubah.',
}

declare module '~/i18n/texts' {
  interface Texts {
    listViews: typeof listViews
  }
}

addTexts({ listViews })
