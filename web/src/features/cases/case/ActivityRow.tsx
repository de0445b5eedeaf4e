import { IconArrowBigUpLines, IconArrowRight, IconClock, IconMessage2, IconMessageReply, IconNote, IconPaperclip, IconUserShare } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'

import type { Texts } from '~/i18n/texts'
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
type DeedKey = keyof Texts['cases']['activities']
/** These say to whom or to what by themselves. */
const OWN_WORDS: readonly DeedKey[] = ['CREATED', 'CLAIMED', 'MINE']
const SPOKEN: readonly CaseActivity['type'][] = ['NOTE', 'MESSAGE', 'FINAL_RESPONSE']

interface Props {
  row: CaseActivity
  /** The titles of the papers of the case, by their ids. */
  papers: ReadonlyMap<string, string>
}

/** What was done, as it reads after the name of who did it. */
function deed(row: CaseActivity): DeedKey {
  const { step, receipt, reviewed_by, claimed, to } = row.data as Record<string, unknown>
  switch (row.type) {
    case 'MESSAGE':
      return row.direction === 'IN' ? 'MESSAGE_IN' : 'MESSAGE_OUT'
    case 'NOTE':
      return step === 'RETURNED' ? 'RETURNED' : 'NOTE'
    case 'FINAL_RESPONSE':
      return step === 'PROPOSED' ? 'PROPOSED' : reviewed_by ? 'APPROVED' : 'FINAL_RESPONSE'
    case 'STATUS_CHANGE':
      return row.from_ ? 'STATUS_CHANGE' : 'CREATED'
    case 'ATTACHMENT':
      return receipt ? 'RECEIPT' : 'ATTACHMENT'
    case 'ASSIGN':
      return claimed ? 'CLAIMED' : to === row.actor.id ? 'MINE' : 'ASSIGN'
    default:
      return row.type
  }
}

/** One line of the log; what somebody wrote stands in a block of its own, edged by whom it is for. */
export function ActivityRow({ row, papers }: Props) {
  const { t } = useTranslation()
  const Icon = ICONS[row.type]
  const spoken = SPOKEN.includes(row.type)
  const done = deed(row)
  const clock = row.type === 'SLA'
  const to = done === 'ATTACHMENT' ? papers.get(String(row.data.document_id)) : OWN_WORDS.includes(done) ? null : row.to
  return (
    <li className={stream.activity} data-type={row.type} data-spoken={spoken || undefined}>
      <span className={stream.kind}>
        <Icon size={15} stroke={1.9} aria-hidden />
      </span>
      <div className={stream.said}>
        <p className={stream.by} data-clock={clock || undefined}>
          <strong>{row.actor.full_name}</strong> <span>{clock ? row.text : t(`cases.activities.${done}`)}</span>
          {row.from_ && to ? (
            <span className={stream.change}>
              {row.from_} <IconArrowRight size={12} aria-hidden /> {to}
            </span>
          ) : (
            to && <span className={stream.change}>{to}</span>
          )}
          {row.message && <MessageChip state={row.message as MessageState} />}
        </p>
        <time dateTime={row.at} title={dateTime(row.at)} className="num">
          {time(row.at)}
        </time>
        {row.text && !clock && <p className={spoken ? stream.words : classes.aside}>{row.text}</p>}
      </div>
    </li>
  )
}
