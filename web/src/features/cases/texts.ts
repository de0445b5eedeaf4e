import { cases } from '~/i18n/id/cases'
import { addTexts } from '~/i18n/lazy'

addTexts('cases', cases)
