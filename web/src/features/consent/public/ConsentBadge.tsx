import '../texts/id/consent'

import { IconSpeakerphone } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'

import type { Customer360 } from '~/api/models'
import { Chip } from '~/ui/Chip'

const TONES = { GRANTED: 'success', WITHDRAWN: 'critical', NONE: 'neutral' } as const

/** Whether offers may be sent, beside the customer's name. */
export function ConsentBadge({ consent }: { consent: Customer360['consent'] }) {
  const { t } = useTranslation()
  if (!consent) return null
  const status = consent.status ?? 'NONE'
  return (
    <Chip tone={TONES[status]} icon={<IconSpeakerphone />}>
      {t(`consent.marketing.${status}`)}
    </Chip>
  )
}
