import { workflow } from '~/i18n/id/workflow'
import { addTexts } from '~/i18n/lazy'

addTexts('workflow', workflow)
