import type { Texts } from '~/i18n/texts'

export const unread: Texts['unread'] = {
  count: 'Inbox: {{words}} unread',
  none: 'Inbox',
}
