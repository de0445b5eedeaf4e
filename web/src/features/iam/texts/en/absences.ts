import type { Texts } from '~/i18n/texts'

export const absences: Texts['absences'] = {
  title: 'Days away',
  text: 'On these days no case is handed to the person by itself.',
  none: 'Nobody is away from today on.',
  enter: 'Enter days away',
  entered: 'Days away entered',
  enterTitle: 'Enter days away',
  enterText: 'The first and the last day count. Of the reason only its kind is kept.',
  person: 'Who',
  nobody: 'Nobody fits',
  kind: 'Kind',
  kinds: { LEAVE: 'Leave', SICK: 'Sick', DUTY: 'On duty elsewhere' },
  first: 'First day',
  last: 'Last day',
  overlaps: 'Some of these days are entered already.',
  by: 'entered by {{name}}',
  cancel: 'Cancel',
  cancelled: 'Days away cancelled',
  cancelTitle: 'Cancel the days away of {{name}}?',
  cancelText: 'Cases can be handed to this person again. To enter the days anew, fill them in once more.',
}
