import type { Texts } from '~/i18n/texts'

export const value: Texts['value'] = {
  title: 'Account activity',
  transactions: 'Transactions',
  moneyIn: 'In',
  moneyOut: 'Out',
  ninetyDays: '90 days',
  perMonth: 'In and out per month',
  noActivity: 'No transactions yet.',
  accounts: 'Accounts',
  noAccounts: 'No accounts.',
  balanceAt: 'balance on {{date}}',
  in: 'in',
  out: 'out',
}
