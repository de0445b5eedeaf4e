import { addTexts } from '~/i18n/texts'

const suspicion = {
  title: 'Aktivitas mencurigakan',
  text: 'Temuan dari jejak audit yang menunggu penilaian Kepatuhan. Setiap temuan menunjukkan catatan di baliknya.',
  watched: 'Jejak diperiksa sampai {{time}}',
  neverWatched: 'Jejak belum pernah diperiksa',
  tabs: { alerts: 'Temuan', rules: 'Aturan' },
  lists: 'Bagian',
  state: 'Status',
  rule: 'Aturan',
  states: { NEW: 'Baru', IN_REVIEW: 'Ditinjau', DISMISSED: 'Diabaikan', CONFIRMED: 'Terbukti' },
  open: 'Belum dinilai',
  all: 'Semua',
  columns: { found: 'Ditemukan', user: 'Pengguna', rule: 'Aturan', measured: 'Terukur', day: 'Hari', state: 'Status' },
  measured: '{{peak}} (ambang {{bar}})',
  empty: 'Tidak ada temuan yang menunggu',
  emptyText: 'Jejak diperiksa setiap lima menit. Temuan baru juga masuk ke kotak masuk Anda.',
  emptyFiltered: 'Tidak ada temuan yang cocok',
  emptyFilteredText: 'Lepaskan filter untuk melihat temuan lain.',
  alert: 'Temuan',
  facts: 'Yang ditemukan',
  when: 'Rentang',
  peak: 'Terhitung',
  bar: 'Ambang',
  records: 'Catatan di baliknya',
  recordCount: 'Jumlah catatan',
  review: 'Penilaian',
  reviewedBy: 'Dinilai oleh',
  reason: 'Alasan',
  reasonPlaceholder: 'Apa yang diperiksa dan apa kesimpulannya',
  take: 'Mulai tinjau',
  dismiss: 'Abaikan',
  confirm: 'Nyatakan terbukti',
  reopen: 'Buka kembali',
  judge: { DISMISSED: 'Abaikan temuan ini?', CONFIRMED: 'Nyatakan temuan ini terbukti?' },
  judgeText: 'Alasan tersimpan di jejak audit dan tidak dapat dihapus.',
  done: { NEW: 'Temuan dibuka kembali.', IN_REVIEW: 'Temuan sedang ditinjau.', DISMISSED: 'Temuan diabaikan.', CONFIRMED: 'Temuan dinyatakan terbukti.' },
  own: 'Temuan tentang diri sendiri ditinjau oleh orang lain.',
  openTrail: 'Lihat di jejak audit',
  enabled: 'Aktif',
  shipped: 'bawaan {{value}}',
  save: 'Simpan',
  saved: 'Aturan disimpan. Berlaku untuk pemeriksaan berikutnya.',
  changed: 'Terakhir diubah oleh {{name}}',
  more: 'Catatan berikutnya',
}

declare module '~/i18n/texts' {
  interface Texts {
    suspicion: typeof suspicion
  }
}

addTexts({ suspicion })
