import type { Texts } from '~/i18n/texts'

export const grant: Texts['grant'] = {
  open: 'Emergency access is open',
  end: 'End now',
  left: 'Time left',
  profile: 'Open the profile',
  ended: 'The access is over. The profile is closed.',
}
