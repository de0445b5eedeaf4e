import type { Texts } from '~/i18n/texts'

export const rules: Texts['rules'] = {
  how: 'How they combine',
  all: 'All',
  any: 'Any',
  not: 'Not: holds when it is not so',
  add: 'Condition',
  addGroup: 'Group',
  remove: 'Delete the condition',
  removeGroup: 'Delete the group',
  condition: 'Condition',
  field: 'Field',
  operator: 'Operator',
  value: 'Value',
  values: 'Values',
  valuesHint: 'Type, then Enter',
  low: 'Lower bound',
  high: 'Upper bound',
  days: 'Number of days',
  inDays: 'days',
  choose: 'Choose…',
}
