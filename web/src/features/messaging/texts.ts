import { inbox } from '~/i18n/id/inbox'
import { addTexts } from '~/i18n/lazy'

addTexts('inbox', inbox)
