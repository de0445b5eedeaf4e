import { admin } from '~/i18n/id/admin'
import { addTexts } from '~/i18n/lazy'

addTexts('admin', admin)
