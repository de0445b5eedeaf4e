import { IconAlertTriangle, IconCircleCheck, IconEye, IconPointFilled } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'

import { Chip, type Tone } from '~/ui/Chip'
import type { AlertState } from './query'

const LOOK: Record<AlertState, [Tone, typeof IconEye]> = {
  NEW: ['critical', IconPointFilled],
  IN_REVIEW: ['info', IconEye],
  DISMISSED: ['neutral', IconCircleCheck],
  CONFIRMED: ['warning', IconAlertTriangle],
}

export function StateChip({ state }: { state: AlertState }) {
  const { t } = useTranslation()
  const [tone, Icon] = LOOK[state]
  return (
    <Chip tone={tone} icon={<Icon />}>
      {t(`suspicion.states.${state}`)}
    </Chip>
  )
}
