import {
  IconChevronUp,
  IconChevronsUp,
  IconCircleCheck,
  IconCircleHalf2,
  IconCircleX,
  IconClockPause,
  IconCopy,
  IconDiamond,
  IconMinus,
  IconTrendingDown,
  IconTrendingUp,
} from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'

import { useLabel } from '~/lib/labels'
import { Chip } from '~/ui/Chip'

export function VipChip() {
  const { t } = useTranslation()
  return (
    <Chip tone="accent" icon={<IconDiamond />}>
      {t('customers.vip')}
    </Chip>
  )
}

/** Active is the rule and says nothing; the exceptions are shown. */
export function StatusChip({ status, always }: { status: string; always?: boolean }) {
  const label = useLabel()
  const word = label('customers.statuses', status)
  if (status === 'DORMANT') return <Chip tone="warning" icon={<IconClockPause />}>{word}</Chip>
  if (status === 'CLOSED') return <Chip icon={<IconCircleX />}>{word}</Chip>
  return always ? <Chip tone="success" icon={<IconCircleCheck />}>{word}</Chip> : null
}

// What a segment lets expect of the customer's value.
const CLV = {
  CHAMPION: IconChevronsUp,
  LOYAL: IconChevronUp,
  POTENTIAL: IconTrendingUp,
  AT_RISK: IconTrendingDown,
  LOST: IconTrendingDown,
  HIBERNATING: IconMinus,
}

/** The RFM segment with the sign of the expected value, which is said on hover. */
export function RfmChip({ segment }: { segment: string }) {
  const label = useLabel()
  const falling = segment === 'AT_RISK' || segment === 'LOST'
  const Sign = CLV[segment as keyof typeof CLV] ?? IconMinus
  return (
    <Chip tone={falling ? 'info' : 'neutral'} icon={<Sign aria-hidden />} title={label('customers.rfmClv', segment)}>
      RFM {label('customers.rfms', segment)}
    </Chip>
  )
}

export function MatchChip({ match, reason }: { match: string; reason: string }) {
  const label = useLabel()
  const word = label('customers.match', match)
  if (match === 'EXACT') return <Chip tone="success" icon={<IconCircleCheck />} title={reason}>{word}</Chip>
  if (match === 'POSSIBLE_DUPLICATE') return <Chip tone="warning" icon={<IconCopy />} title={reason}>{word}</Chip>
  return <Chip outline icon={<IconCircleHalf2 />} title={reason}>{word}</Chip>
}
