import type { Texts } from '~/i18n/texts'

export const advice: Texts['advice'] = {
  title: 'Alerts',
  since: 'since {{date}}',
  severity: { critical: 'Critical', warning: 'Needs attention', info: 'Information' },
  acknowledge: 'Hide',
  acknowledgeTip: 'Hide this alert for me only',
  acknowledged: 'The alert is hidden for you.',
  restore: 'Show again',
  restored: 'The alert shows again.',
  hidden_one: 'You hid {{count}} alert',
  hidden_other: 'You hid {{count}} alerts',
}
