import { documents } from '~/i18n/id/documents'
import { addTexts } from '~/i18n/lazy'

addTexts('documents', documents)
