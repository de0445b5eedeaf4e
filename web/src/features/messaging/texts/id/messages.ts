import { addTexts } from '~/i18n/texts'

const messages = {
  list: 'Pesan',
  filter: 'Saring pesan',
  purpose: 'Tujuan',
  purposes: { SERVICE: 'Layanan', MARKETING: 'Penawaran', COLLECTION: 'Penagihan' },
  channels: { WHATSAPP: 'WhatsApp', EMAIL: 'E-mail', SMS: 'SMS', PUSH: 'Notifikasi aplikasi', IN_APP: 'Dalam aplikasi', LETTER: 'Surat' },
  about: 'Tentang',
  steps: {
    queued: 'Ditulis {{at}}',
    sent: 'Dikirim {{at}}',
    delivered: 'Diterima {{at}}',
    opened: 'Dibuka {{at}}',
    clicked: 'Diklik {{at}}',
    replied: 'Dibalas {{at}}',
    failed: 'Gagal {{at}}',
    unsubscribed: 'Berhenti berlangganan {{at}}',
  },
  notBefore: 'Dikirim paling cepat {{at}}.',
  triedAgain: 'Dicoba lagi {{at}}.',
  writtenBy: 'oleh {{name}}',
  writtenBySystem: 'oleh sistem',
  open: 'Buka isi',
  openNamed: 'Buka isi: {{name}}, {{at}}',
  recipient: 'Penerima',
  status: 'Keadaan',
  written: 'Ditulis',
  title: 'Judul',
  content: 'Isi pesan',
  noText: 'Pesan ini tidak berisi teks.',
  recorded: 'Membuka isi pesan tercatat di jejak audit.',
  empty: 'Belum ada pesan',
  emptyText: 'Pesan yang dikirim ke nasabah ini akan muncul di sini.',
  noMatch: 'Tidak ada pesan pada filter ini',
  noMatchText: 'Hapus filter untuk melihat semua pesan.',
  preferences: {
    title: 'Pilihan kanal untuk penawaran',
    text: 'Pesan layanan dan penagihan tetap dikirim. Persetujuan pemasaran diatur di tab Persetujuan.',
    yes: 'Ya',
    no: 'Tidak mau',
    wanted: 'Penawaran lewat {{channel}} dikirim lagi.',
    unwanted: 'Tidak ada penawaran lewat {{channel}}.',
    suppressed: '{{reason}} sejak {{at}}',
    lift: 'Buka blokir',
    liftNamed: 'Buka blokir alamat: {{channel}}',
    liftText: 'Alamat ini akan dikirimi pesan lagi. Persetujuan dan pilihan nasabah tidak berubah. Alasan tercatat di jejak audit.',
    lifted: 'Alamat {{channel}} dipakai lagi.',
  },
}

declare module '~/i18n/texts' {
  interface Texts {
    messages: typeof messages
  }
}

addTexts({ messages })
