import { IconArrowBigUpLines, IconArrowRight, IconClock, IconMessage2, IconMessageReply, IconNote, IconPaperclip, IconUserShare } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'

import { dateTime, time } from '~/lib/format'
import type { CaseActivity, MessageState } from '../model'
import { MessageChip } from './MessageChip'
import classes from './case.module.css'
import stream from './stream.module.css'

const ICONS: Record<CaseActivity['type'], typeof IconNote> = {
  NOTE: IconNote,
  ASSIGN: IconUserShare,
  ESCALATE: IconArrowBigUpLines,
  STATUS_CHANGE: IconArrowRight,
  ATTACHMENT: IconPaperclip,
  FINAL_RESPONSE: IconMessageReply,
  MESSAGE: IconMessage2,
  SLA: IconClock,
}
const SPOKEN: readonly CaseActivity['type'][] = ['NOTE', 'MESSAGE', 'FINAL_RESPONSE']

/** One line of the log; what somebody wrote stands in a block of its own, edged by whom it is for. */
export function ActivityRow({ row }: { row: CaseActivity }) {
  const { t } = useTranslation()
  const Icon = ICONS[row.type]
  const spoken = SPOKEN.includes(row.type)
  const what = row.type === 'MESSAGE' ? t(`cases.activities.MESSAGE_${row.direction ?? 'OUT'}`) : t(`cases.activities.${row.type}`)
  return (
    <li className={stream.activity} data-type={row.type} data-spoken={spoken || undefined}>
      <span className={stream.kind}>
        <Icon size={15} stroke={1.9} aria-hidden />
      </span>
      <div className={stream.said}>
        <p className={stream.by}>
          <strong>{row.actor.full_name}</strong> <span>{what}</span>
          {row.from_ && row.to ? (
            <span className={stream.change}>
              {row.from_} <IconArrowRight size={12} aria-hidden /> {row.to}
            </span>
          ) : (
            row.to && <span className={stream.change}>{row.to}</span>
          )}
          {row.message && <MessageChip state={row.message as MessageState} />}
          <time dateTime={row.at} title={dateTime(row.at)} className="num">
            {time(row.at)}
          </time>
        </p>
        {row.text && <p className={spoken ? stream.words : classes.aside}>{row.text}</p>}
      </div>
    </li>
  )
}
