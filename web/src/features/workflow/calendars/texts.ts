import { calendars } from '~/i18n/id/calendars'
import { addTexts } from '~/i18n/lazy'

addTexts('calendars', calendars)
