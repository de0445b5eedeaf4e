import { IconBeach, IconCircleCheck, IconPlayerPause, IconUsersMinus } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'

import { Chip, type Tone } from '~/ui/Chip'
import type { AgentRow } from '../model'
import { type AgentState, stateOf } from './state'

const STATES: Record<AgentState, [Tone, typeof IconBeach]> = {
  FREE: ['success', IconCircleCheck],
  AWAY: ['warning', IconBeach],
  SUSPENDED: ['neutral', IconPlayerPause],
  FULL: ['critical', IconUsersMinus],
}

export function StateChip({ agent }: { agent: AgentRow }) {
  const { t } = useTranslation()
  const state = stateOf(agent)
  const [tone, Icon] = STATES[state]
  return (
    <Chip tone={tone} icon={<Icon />}>
      {t(`followupAgents.states.${state}`)}
    </Chip>
  )
}
