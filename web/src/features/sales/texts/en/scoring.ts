import type { Texts } from '~/i18n/texts'

export const scoring: Texts['scoring'] = {
  change: 'Change the scoring of leads',
  changeText: 'Every open lead is scored anew once this is saved.',
  saved: 'Scoring saved; scores are computed anew.',
  columns: { factor: 'Factor', points: 'Points', days: 'At most', state: 'State' },
  days_one: '{{count}} day',
  days_other: '{{count}} days',
  on: 'In use',
  off: 'Not in use',
  pointsOf: 'Points: {{name}}',
  daysOf: 'Days: {{name}}',
  onOf: 'Use: {{name}}',
  startsAt: '{{band}} starts at',
}
