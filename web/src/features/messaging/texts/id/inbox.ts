import { addTexts } from '~/i18n/texts'

const inbox = {
  title: 'Kotak masuk',
  text: 'Pemberitahuan untuk Anda. Membukanya membawa Anda ke halaman yang dimaksud.',
  boxes: 'Kotak',
  inbox: 'Kotak masuk',
  archived: 'Arsip',
  unread: 'Belum dibaca',
  read: 'Sudah dibaca',
  kind: 'Jenis',
  readAll: 'Tandai semua dibaca',
  archiveAll: 'Arsipkan semua',
  markRead: 'Tandai dibaca',
  markUnread: 'Tandai belum dibaca',
  archive: 'Arsipkan',
  restore: 'Kembalikan ke kotak masuk',
  marked: {
    READ_one: '{{count}} pemberitahuan ditandai dibaca.',
    READ_other: '{{count}} pemberitahuan ditandai dibaca.',
    UNREAD_one: '{{count}} pemberitahuan ditandai belum dibaca.',
    UNREAD_other: '{{count}} pemberitahuan ditandai belum dibaca.',
    ARCHIVE_one: '{{count}} pemberitahuan diarsipkan.',
    ARCHIVE_other: '{{count}} pemberitahuan diarsipkan.',
    RESTORE_one: '{{count}} pemberitahuan dikembalikan.',
    RESTORE_other: '{{count}} pemberitahuan dikembalikan.',
  },
  nothing: 'Tidak ada yang perlu diubah.',
  noPage: 'Halaman yang dimaksud tidak ada atau tidak terbuka bagi Anda.',
  empty: 'Kotak masuk kosong',
  emptyText: 'Tidak ada yang menunggu perhatian Anda. Pemberitahuan baru muncul di sini dengan sendirinya.',
  emptyFiltered: 'Tidak ada pemberitahuan yang cocok',
  emptyFilteredText: 'Lepaskan filter untuk melihat pemberitahuan lain.',
  emptyArchive: 'Arsip kosong',
  emptyArchiveText: 'Pemberitahuan yang Anda arsipkan tersimpan di sini.',
  list: 'Pemberitahuan',
  mail: 'Pemberitahuan lewat surel',
  mailShort: 'Surel',
  mailText: 'Kotak masuk selalu terisi. Yang Anda pilih di sini dikirim juga ke alamat surel Anda, tanpa data nasabah.',
  mailNoAddress: 'Anda belum memiliki alamat surel di sini, jadi tidak ada yang dikirim. Minta administrator mengisinya.',
  mailExtent: 'Kirim juga lewat surel',
  mailExtents: { none: 'Tidak ada', every: 'Semua pemberitahuan', some: 'Jenis tertentu' },
  mailKinds: 'Jenis pemberitahuan',
  mailNone: 'Pilih paling sedikit satu jenis.',
  mailNoKinds: 'Jenis muncul di sini setelah Anda menerimanya.',
  mailUnread: 'Pilihan Anda tidak terbaca. Coba lagi.',
  mailSaved: {
    none: 'Pemberitahuan tidak dikirim lewat surel.',
    every: 'Semua pemberitahuan dikirim juga lewat surel.',
    some: 'Jenis yang dipilih dikirim juga lewat surel.',
  },
}

declare module '~/i18n/texts' {
  interface Texts {
    inbox: typeof inbox
  }
}

addTexts({ inbox })
