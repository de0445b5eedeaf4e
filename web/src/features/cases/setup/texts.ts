import { levels } from '~/i18n/id/levels'
import { addTexts } from '~/i18n/lazy'

addTexts('levels', levels)
