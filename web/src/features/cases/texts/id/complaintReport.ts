import { addTexts } from '~/i18n/texts'

const complaintReport = {
  title: 'Laporan pengaduan',
  open: 'Buka laporan',
  receivedByBranch: 'Diterima menurut cabang',
  receivedByIssue: 'Diterima menurut permasalahan',
  due: 'Paling lambat disampaikan {{date}}',
  period: 'Triwulan',
  quarter: 'Triwulan {{quarter}} {{year}}',
  running: 'Belum selesai, dihitung {{at}}',
  empty: 'Tidak ada pengaduan pada triwulan ini',
  emptyText: 'Pilih triwulan atau cabang lain.',
  download: 'Unduh sebagai {{format}}',
  byProduct: 'Menurut produk dan permasalahan',
  noProduct: 'Tidak disebutkan',
  byBranch: 'Menurut cabang',
  byChannel: 'Menurut kanal',
  name: 'Nama',
  total: 'Jumlah',
  figures: { brought_forward: 'Sisa lalu', received: 'Diterima', reopened: 'Dibuka lagi', solved_in_time: 'Tepat waktu', solved_late: 'Terlambat', in_process: 'Dalam proses', average_days: 'Rata-rata hari' },
  numbers: {
    title: 'Nomor kasus {{year}}',
    check: 'Periksa celah',
    text: 'Setiap cabang menomori kasusnya dari satu tanpa celah. Pemeriksaan menghitung semua kasus tahun ini.',
    whole_one: '{{shown}} kasus, tidak ada nomor yang hilang.',
    whole_other: '{{shown}} kasus, tidak ada nomor yang hilang.',
    gaps_one: '{{branch}}: {{shown}} nomor hilang dari {{last}}.',
    gaps_other: '{{branch}}: {{shown}} nomor hilang dari {{last}}.',
  },
}

declare module '~/i18n/texts' {
  interface Texts {
    complaintReport: typeof complaintReport
  }
}

addTexts({ complaintReport })
