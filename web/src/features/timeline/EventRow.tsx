import {
  IconArrowDownLeft,
  IconArrowUpRight,
  IconBell,
  IconChecklist,
  IconCircleDot,
  IconClipboardCheck,
  IconCreditCard,
  IconFileText,
  IconLock,
  IconMail,
  IconMapPin,
  IconPencil,
  IconPhone,
  IconSpeakerphone,
  IconTicket,
  IconUserCheck,
} from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { memo, useState } from 'react'
import { useTranslation } from 'react-i18next'

import type { TimelineEvent } from '~/api/models'
import { dateTime, money, time } from '~/lib/format'
import { Chip } from '~/ui/Chip'
import { Facts } from '~/ui/Facts'
import classes from './EventRow.module.css'

const ICONS: [RegExp, typeof IconCircleDot][] = [
  [/TRANSACTION/, IconCreditCard],
  [/CASE/, IconTicket],
  [/TASK/, IconChecklist],
  [/CAMPAIGN/, IconSpeakerphone],
  [/CONSENT/, IconUserCheck],
  [/VISIT|WORK_ORDER/, IconMapPin],
  [/MESSAGE|MAIL/, IconMail],
  [/CALL|ACTIVITY|CONTACT/, IconPhone],
  [/CHANGE|REQUEST|APPROV/, IconClipboardCheck],
  [/UPDATE|EDIT|CUSTOMER/, IconPencil],
  [/DOCUMENT/, IconFileText],
  [/ALERT/, IconBell],
]

function iconOf(event: TimelineEvent) {
  if (event.direction === 'IN') return IconArrowDownLeft
  if (event.direction === 'OUT') return IconArrowUpRight
  return ICONS.find(([pattern]) => pattern.test(event.kind.toUpperCase()))?.[1] ?? IconCircleDot
}

/** One line, which leads to the record's page; where it has none, opening it shows the exact time, who did it and what it refers to. */
export const EventRow = memo(function EventRow({ event }: { event: TimelineEvent }) {
  const { t } = useTranslation()
  const [open, setOpen] = useState(false)
  const Icon = iconOf(event)
  const sign = event.direction === 'IN' ? '+' : event.direction === 'OUT' ? '−' : ''
  const amount = event.amount !== null && event.amount !== undefined ? money(event.amount, event.currency ?? 'IDR') : null
  const words = (
    <>
      <span className={classes.icon} data-direction={event.direction ?? undefined}>
        <Icon size={14} aria-hidden />
      </span>
      <span className={classes.words}>
        <span className={classes.title}>{event.title}</span>
        {event.detail && <span className={classes.detail}>{event.detail}</span>}
      </span>
      {event.tier >= 3 && (
        <Chip tone="warning" icon={<IconLock />}>
          {t('timeline.sensitive')}
        </Chip>
      )}
      <span className={classes.figures}>
        {amount && (
          <span className={classes.amount} data-direction={event.direction ?? undefined}>
            {sign} {amount}
          </span>
        )}
        <time className={classes.time} dateTime={event.occurred_at} title={dateTime(event.occurred_at)}>
          {time(event.occurred_at)}
        </time>
      </span>
    </>
  )
  // What has a page of its own is opened there.
  if (event.address) {
    return (
      <li className={classes.event}>
        <Link to={event.address as '/'} preload={false} className={classes.row} data-row={event.event_id} title={event.actor ?? undefined}>
          {words}
        </Link>
      </li>
    )
  }
  return (
    <li className={classes.event}>
      <button type="button" className={classes.row} data-row={event.event_id} aria-expanded={open} onClick={() => setOpen(!open)}>
        {words}
      </button>
      {open && (
        <div className={classes.more}>
          <Facts
            labelWidth={96}
            facts={[
              [t('timeline.period'), <span className="num">{dateTime(event.occurred_at)}</span>],
              ...(event.detail ? [[t('timeline.details'), event.detail] as [string, string]] : []),
              ...(event.actor ? [[t('timeline.actor'), event.actor] as [string, string]] : []),
              ...(event.subject_type
                ? [[t('timeline.subject'), <span className="mono">{`${event.subject_type} ${event.subject_id ?? ''}`}</span>] as [string, React.ReactNode]]
                : []),
            ]}
          />
        </div>
      )}
    </li>
  )
})
