import { absences } from '~/i18n/id/absences'
import { addTexts } from '~/i18n/lazy'

addTexts('absences', absences)
