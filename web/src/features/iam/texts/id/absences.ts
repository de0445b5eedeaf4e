import { addTexts } from '~/i18n/texts'

const absences = {
  title: 'Ketidakhadiran',
  text: 'Pada hari-hari ini kasus tidak dibagikan otomatis kepada orangnya.',
  none: 'Tidak ada ketidakhadiran mulai hari ini.',
  enter: 'Catat ketidakhadiran',
  entered: 'Ketidakhadiran dicatat',
  enterTitle: 'Catat ketidakhadiran',
  enterText: 'Hari pertama dan terakhir ikut dihitung. Alasannya hanya jenisnya yang disimpan.',
  person: 'Siapa',
  nobody: 'Tidak ada yang cocok',
  kind: 'Jenis',
  kinds: { LEAVE: 'Cuti', SICK: 'Sakit', DUTY: 'Dinas luar' },
  first: 'Hari pertama',
  last: 'Hari terakhir',
  overlaps: 'Sebagian hari itu sudah dicatat.',
  by: 'dicatat {{name}}',
  cancel: 'Batalkan',
  cancelled: 'Ketidakhadiran dibatalkan',
  cancelTitle: 'Batalkan ketidakhadiran {{name}}?',
  cancelText: 'Kasus dapat kembali dibagikan kepada orang ini. Untuk mencatatnya lagi, isi ulang harinya.',
}

declare module '~/i18n/texts' {
  interface Texts {
    absences: typeof absences
  }
}

addTexts({ absences })
