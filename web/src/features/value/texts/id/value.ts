import { addTexts } from '~/i18n/texts'

const value = {
  title: 'Kegiatan rekening',
  transactions: 'Transaksi',
  moneyIn: 'Masuk',
  moneyOut: 'Keluar',
  ninetyDays: '90 hari',
  perMonth: 'Masuk dan keluar per bulan',
  noActivity: 'Belum ada transaksi.',
  accounts: 'Rekening',
  noAccounts: 'Tidak ada rekening.',
  balanceAt: 'saldo per {{date}}',
  in: 'masuk',
  out: 'keluar',
}

declare module '~/i18n/texts' {
  interface Texts {
    value: typeof value
  }
}

addTexts({ value })
