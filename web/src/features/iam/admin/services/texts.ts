import { services } from '~/i18n/id/services'
import { addTexts } from '~/i18n/lazy'

addTexts('services', services)
