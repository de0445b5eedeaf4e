import { access } from '~/i18n/id/access'
import { addTexts } from '~/i18n/lazy'

addTexts('access', access)
