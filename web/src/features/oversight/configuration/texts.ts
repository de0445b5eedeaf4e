import { configuration } from '~/i18n/id/configuration'
import { addTexts } from '~/i18n/lazy'

addTexts('configuration', configuration)
