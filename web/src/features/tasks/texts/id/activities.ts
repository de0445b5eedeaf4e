// scaffold: leave out (the whole file)
import { addTexts } from '~/i18n/texts'

const activities = {
  title: 'Kegiatan',
  listText: 'Apa yang dilakukan dengan nasabah yang Anda jangkau, yang terbaru lebih dulu.',
  by: 'Oleh',
  whose: { me: 'Saya', managers: 'Para RM' },
  branch: 'Cabang',
  period: 'Waktu',
  emptyFiltered: 'Tidak ada kegiatan dengan saringan ini',
  log: 'Catat kegiatan',
  save: 'Simpan kegiatan',
  logged: '{{type}} dicatat',
  withdraw: 'Tarik',
  latest: 'Kegiatan terakhir',
  withdrawn: 'Kegiatan ditarik kembali',
  change: 'Ubah kegiatan',
  changed: 'Kegiatan diubah',
  happenedAt: 'Waktunya',
  type: 'Jenis kegiatan',
  types: { CALL: 'Telepon', MEETING: 'Pertemuan', NOTE: 'Catatan', VISIT: 'Kunjungan', EMAIL: 'E-mail', WHATSAPP: 'WhatsApp' },
  note: 'Isi kegiatan',
  notePlaceholder: 'Apa yang dibicarakan atau dilakukan',
  outcome: 'Hasil',
  noOutcome: 'Tanpa hasil',
  outcomes: {
    REACHED: 'Terhubung',
    NO_ANSWER: 'Tidak menjawab',
    CALL_BACK: 'Minta dihubungi lagi',
    INTERESTED: 'Berminat',
    NOT_INTERESTED: 'Tidak berminat',
    DONE: 'Selesai',
  },
  nextStep: 'Langkah berikut',
  nextPlaceholder: 'Menjadi tugas Anda',
  nextOn: 'Tanggal',
  next: 'Berikutnya',
  dayFirst: 'Pilih tanggal langkah berikut.',
  stepFirst: 'Tulis langkah berikut untuk tanggal ini.',
  empty: 'Belum ada kegiatan',
  emptyText: 'Telepon, pertemuan, dan kunjungan yang dicatat muncul di sini.',
  calendar: {
    title: 'Kalender',
    open: 'Kalender',
    text: 'Tugas terbuka Anda dapat dibaca di aplikasi kalender melalui alamat rahasia. Siapa pun yang memegang alamat itu dapat membacanya.',
    once: 'Salin alamat ini sekarang; alamat tidak ditampilkan lagi.',
    list: 'Alamat yang berlaku',
    withTitles: 'Dengan judul tugas',
    withoutTitles: 'Hanya inisial nasabah',
    read: 'dibaca',
    unread: 'belum pernah dibaca',
    revoke: 'Cabut',
    revokeOf: 'Cabut {{label}}',
    revoked: 'Alamat {{label}} dicabut',
    full: 'Paling banyak {{most}} alamat sekaligus. Cabut satu untuk membuat yang baru.',
    label: 'Nama alamat',
    labelPlaceholder: 'Misalnya Ponsel',
    titles: 'Sertakan judul tugas',
    titlesText: 'Tanpa ini kalender hanya menunjukkan inisial nasabah dan tautan. Catatan tidak pernah disertakan.',
    make: 'Buat alamat',
  },
}

declare module '~/i18n/texts' {
  interface Texts {
    activities: typeof activities
  }
}
addTexts({ activities })
