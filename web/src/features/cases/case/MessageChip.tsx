import { IconAlertTriangle, IconCheck, IconChecks, IconClock } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'

import { dateTime } from '~/lib/format'
import { Chip } from '~/ui/Chip'
import type { MessageState } from '../model'

const LOOK = { QUEUED: ['neutral', IconClock], SENT: ['info', IconCheck], DELIVERED: ['success', IconChecks], FAILED: ['critical', IconAlertTriangle] } as const

/** How far a message is on its way; one that waits is never shown as sent. */
export function MessageChip({ state }: { state: MessageState }) {
  const { t } = useTranslation()
  const [tone, Icon] = LOOK[state.status]
  return (
    <Chip tone={tone} icon={<Icon />} title={dateTime(state.sent_at ?? state.queued_at)}>
      {t(`cases.messages.${state.status}`)}
    </Chip>
  )
}
