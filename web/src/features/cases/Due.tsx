import { IconAlertTriangle, IconCheck, IconClock, IconClockExclamation, IconMessageReply, IconPlayerPause, IconScale } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'

import { useNow } from '~/lib/clock'
import { dateTime, dayShort } from '~/lib/format'
import { duration } from './amount'
import { standing } from './due'
import type { CaseRow } from './model'
import classes from './cases.module.css'

const ICONS = { done: IconCheck, waiting: IconPlayerPause, late: IconAlertTriangle, soon: IconClockExclamation, calm: IconClock }

const AT = { FIRST_RESPONSE: 'cases.due.firstAt', RESOLUTION: 'cases.due.at', LEGAL: 'cases.due.legalAt' } as const

type Props = { of: Pick<CaseRow, 'status' | 'next_due_at' | 'next_clock' | 'waiting' | 'resolved_at' | 'breached'> }

/** What is left of a case's time, or by how much it is over: colour, icon and word, on a place that does not move as it ticks. */
export function Due({ of }: Props) {
  const { t } = useTranslation()
  const now = useNow()
  const { standing: state, left } = standing(of, now.getTime())
  const Icon = ICONS[state]
  const span = duration(left, { d: t('cases.d'), h: t('cases.h'), m: t('cases.m') })
  // A clock that rests is not counted down: the day says by when at the latest.
  const words =
    state === 'done'
      ? t(of.breached ? 'cases.due.doneLate' : 'cases.due.done')
      : state === 'waiting'
        ? t('cases.due.waiting', { day: dayShort(of.next_due_at, now, { today: '', yesterday: '' })[0] })
        : t(`cases.due.${state}`, { span })
  const exact = t(AT[of.next_clock ?? 'RESOLUTION'], { at: dateTime(of.next_due_at) })
  return (
    <span className={`${classes.due} num`} data-standing={state === 'done' && of.breached ? 'over' : state} title={exact}>
      <Icon size={14} stroke={2} aria-hidden />
      <span>{words}</span>
      {of.next_clock === 'FIRST_RESPONSE' && state !== 'done' && <IconMessageReply size={13} stroke={2} aria-label={t('cases.due.first')} />}
      {of.next_clock === 'LEGAL' && state !== 'done' && <IconScale size={13} stroke={2} aria-label={t('cases.due.legal')} />}
    </span>
  )
}
