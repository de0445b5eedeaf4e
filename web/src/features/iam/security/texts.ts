import { security } from '~/i18n/id/security'
import { addTexts } from '~/i18n/lazy'

addTexts('security', security)
