import { addTexts } from '~/i18n/texts'

const eligibility = {
  yes: 'Layak',
  no: 'Tidak layak',
  noBecause: 'Tidak layak: {{reason}}',
  holdout: 'Kelompok pembanding',
  holdoutText: 'Nasabah ini sengaja tidak dikirimi, agar hasil kampanye dapat dibandingkan.',
  foundAt: 'Dinilai pada {{at}}',
  live: 'Dinilai saat ini; kampanye belum berjalan',
  dropped: 'Dilewati saat akan dikirim',
  now: 'Bila dinilai sekarang',
  rule: 'Aturan segmen',
  onList: 'Nasabah ada di daftar yang diunggah.',
  notOnList: 'Nasabah tidak ada di daftar yang diunggah.',
  holds: 'Terpenuhi',
  fails: 'Tidak terpenuhi',
  message: 'Pesan',
  status: 'Status',
  moments: {
    sent_at: 'Dikirim',
    delivered_at: 'Sampai',
    opened_at: 'Dibuka',
    clicked_at: 'Diklik',
    replied_at: 'Dibalas',
    failed_at: 'Gagal',
  },
  event: { SENT: 'Dikirim', DELIVERED: 'Sampai', OPEN: 'Dibuka', CLICK: 'Diklik', REPLY: 'Dibalas', FAILED: 'Gagal' },
  events: 'Yang terjadi pada pesan',
  openCustomer: 'Buka halaman nasabah',
  tabText: 'Mengapa nasabah ini mendapat atau tidak mendapat penawaran.',
  suppressed: 'Diblokir: {{channels}}',
  notSuppressed: 'Tidak ada kanal yang diblokir',
  sensitiveCase: 'Ada kasus peka terbuka',
  noSensitiveCase: 'Tidak ada kasus peka terbuka',
  noCampaigns: 'Belum ada kampanye',
  noCampaignsText: 'Kampanye yang berjalan dan yang selesai dalam 90 hari muncul di sini.',
  showWhy: 'Mengapa?',
  hideWhy: 'Tutup penjelasan',
}

declare module '~/i18n/texts' {
  interface Texts {
    eligibility: typeof eligibility
  }
}
addTexts({ eligibility })
