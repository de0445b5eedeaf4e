import type { Texts } from '~/i18n/texts'

export const timeline: Texts['timeline'] = {
  empty: 'No events yet',
  emptyText: 'Transactions and data changes will appear here.',
  noMatch: 'No events match these filters',
  noMatchText: 'Widen the time range or take a kind off.',
  filter: 'Kinds of events',
  actor: 'By',
  subject: 'Reference',
  sensitive: 'Sensitive',
  details: 'Details',
  period: 'Time',
}
