import { suspicion } from '~/i18n/id/suspicion'
import { addTexts } from '~/i18n/lazy'

addTexts('suspicion', suspicion)
