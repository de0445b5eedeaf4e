import { addTexts } from '~/i18n/texts'

const documents = {
  label: 'Dokumen',
  empty: 'Belum ada dokumen',
  emptyText: 'Surat, formulir, dan bukti yang dilampirkan muncul di sini.',
  drop: 'Taruh berkas di sini atau',
  choose: 'pilih berkas',
  dropping: 'Lepaskan untuk melampirkan',
  limits: 'PDF, gambar, Word, Excel, teks, audio, atau MP4, paling besar {{size}} tiap berkas',
  kind: 'Jenis',
  kindMissing: 'Pilih jenisnya.',
  titleField: 'Judul',
  tier: 'Kepekaan',
  tiers: { t1: 'Biasa', t2: 'Data pribadi', t3: 'Peka' },
  tierText: { t2: 'Untuk petugas yang melayani nasabah ini', t3: 'Untuk supervisor cabang dan pengunggahnya' },
  attach: 'Lampirkan',
  attachMany: 'Lampirkan {{count}} berkas',
  cancel: 'Batalkan {{name}}',
  dismiss: 'Singkirkan {{name}}',
  sending: 'Mengirim {{percent}} %',
  checking: 'Memeriksa dan menyimpan…',
  progress: 'Kemajuan {{name}}',
  attached: 'Dokumen dilampirkan.',
  tooLarge: 'Berkas {{size}}; paling besar {{most}}.',
  notTaken: 'Jenis berkas .{{extension}} tidak diterima.',
  download: 'Unduh {{title}}',
  hide: 'Hapus {{title}}',
  hideTitle: 'Hapus dokumen?',
  hideText: 'Dokumen hilang dari semua tampilan. Isinya tetap disimpan sampai {{date}} sesuai masa simpan, lalu dimusnahkan.',
  hideReason: 'Alasan',
  hideReasonHelp: 'Paling sedikit 10 karakter. Jangan menulis nomor identitas.',
  hideAction: 'Hapus',
  hidden: 'Dokumen dihapus dari tampilan.',
  scans: { PENDING: 'Menunggu pemindaian', INFECTED: 'Malware' },
  sealed: 'Setiap unduhan dicatat.',
}

declare module '~/i18n/texts' {
  interface Texts {
    documents: typeof documents
  }
}

addTexts({ documents })
