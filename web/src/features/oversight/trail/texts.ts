import { trail } from '~/i18n/id/trail'
import { addTexts } from '~/i18n/lazy'

addTexts('trail', trail)
