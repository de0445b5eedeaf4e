import { operations } from '~/i18n/id/operations'
import { addTexts } from '~/i18n/lazy'

addTexts('operations', operations)
