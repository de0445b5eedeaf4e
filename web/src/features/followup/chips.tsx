import {
  IconArrowRight,
  IconCircleCheck,
  IconClockPause,
  IconDoorExit,
  IconPhoneCheck,
  IconPhoneX,
  IconPlayerPlay,
} from '@tabler/icons-react'
import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'

import { date, dateTime } from '~/lib/format'
import { Chip, type Tone } from '~/ui/Chip'
import { Ago } from '~/ui/Time'
import type { Agent, Member, MemberStatus, Next, Skipped } from './model'
import { isKept } from './window'

const STATUS: Record<MemberStatus, [Tone, typeof IconArrowRight]> = {
  ACTIVE: ['accent', IconPlayerPlay],
  PENDING: ['critical', IconClockPause],
  ROTATED: ['neutral', IconArrowRight],
  LEFT: ['neutral', IconDoorExit],
}

export function StatusChip({ status }: { status: MemberStatus }) {
  const { t } = useTranslation()
  const [tone, Icon] = STATUS[status]
  return (
    <Chip tone={tone} icon={<Icon />}>
      {t(`followup.statuses.${status}`)}
    </Chip>
  )
}

/** Whether the agent did follow the member up in this window. */
export function ContactChip({ at }: { at: string | null }) {
  const { t } = useTranslation()
  if (!at)
    return (
      <Chip tone="warning" icon={<IconPhoneX />}>
        {t('followup.notFollowedUp')}
      </Chip>
    )
  return (
    <Chip tone="success" icon={<IconPhoneCheck />} title={dateTime(at)}>
      {t('followup.followedUp')} <Ago at={at} short />
    </Chip>
  )
}

type Deposited = Pick<Member, 'deposit_at' | 'window_started_at' | 'window_ends_at'>

/** A deposit in this window, which keeps the member with the agent. */
export function DepositChip({ of }: { of: Deposited }) {
  const { t } = useTranslation()
  const at = of.deposit_at
  if (!at) return <span className="muted">{t('followup.noDeposit')}</span>
  // The window began with it: since then there was none.
  if (!isKept(of))
    return (
      <span className="muted" title={dateTime(at)}>
        {t('followup.noDepositSince', { day: date(at) })}
      </span>
    )
  return (
    <Chip tone="success" icon={<IconCircleCheck />} title={dateTime(at)}>
      {t('followup.deposited')} <Ago at={at} short />
    </Chip>
  )
}

export const agentName = (t: TFunction, agent: Agent) =>
  agent.number === null
    ? t('followup.agentGone', { name: agent.name })
    : t('followup.agentOf', { number: agent.number, name: agent.name })

/** `no. 3 (away), no. 5 (full)`. */
export const skippedWords = (t: TFunction, skipped: readonly Skipped[]) =>
  skipped
    .map((each) =>
      t('followup.skippedOne', {
        number: each.number,
        reason: t(`followup.skipReasons.${each.reason}`),
      }),
    )
    .join(', ')

/** Who was passed over, and why; nothing where nobody was. */
export function SkippedLine({ skipped }: { skipped: readonly Skipped[] }) {
  const { t } = useTranslation()
  if (skipped.length === 0) return null
  return (
    <span className="muted">{t('followup.skipped', { numbers: skippedWords(t, skipped) })}</span>
  )
}

export function nextWords(t: TFunction, next: Next | null): string {
  if (!next) return t('followup.toNobody')
  return next.stays
    ? t('followup.stays', { number: next.number })
    : t('followup.toNext', { number: next.number, name: next.name })
}

/** To whom the member goes as it stands now, why, and who is passed over. */
export function NextLine({ of }: { of: Member }) {
  const { t } = useTranslation()
  if (isKept(of)) return <span>{t('followup.kept', { number: of.agent.number })}</span>
  return (
    <span>
      {nextWords(t, of.next)}
      {of.next && <span className="muted"> ({t(`followup.reasons.${of.next.reason}`)})</span>}{' '}
      <SkippedLine skipped={of.next_skipped} />
    </span>
  )
}
