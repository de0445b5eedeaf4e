import { useTranslation } from 'react-i18next'

import { dateTime } from '~/lib/format'
import { Conflict } from '~/ui/Conflict'
import type { Case, CaseRow } from '../model'
import type { Move } from './send'

interface Props {
  /** The case as the person saw it. */
  seen: CaseRow
  /** As it stands now. */
  current: Partial<Case>
  move: Move
  busy: boolean
  onAgain: () => void
  onLeave: () => void
}

const FIELDS = ['status', 'assignee', 'unit', 'priority', 'category', 'due_at', 'escalation_level'] as const

/** Two people at one case: what I saw beside what holds now, and nothing done unless it is asked for again. */
export function CaseConflict({ seen, current, move, busy, onAgain, onLeave }: Props) {
  const { t } = useTranslation()
  const words = (one: Partial<CaseRow>, field: (typeof FIELDS)[number]): string => {
    switch (field) {
      case 'status':
        return one.status ? t(`cases.statuses.${one.status}`) : '–'
      case 'assignee':
        return one.assignee?.full_name ?? t('cases.nobody')
      case 'unit':
      case 'category':
        return one[field]?.name ?? '–'
      case 'priority':
        return one.priority ? t(`cases.priorities.${one.priority}`) : '–'
      case 'due_at':
        return one.due_at ? dateTime(one.due_at) : '–'
      case 'escalation_level':
        return one.escalation_level ? t('cases.level', { level: one.escalation_level }) : '–'
    }
  }
  const all = FIELDS.map((field) => ({ field, mine: words(seen, field), now: field in current ? words(current, field) : words(seen, field) }))
  // What stayed as it was is no news; a change that none of these fields tells shows them all.
  const changed = all.filter(({ mine, now }) => mine !== now)
  const rows = changed.length > 0 ? changed : all
  return (
    <Conflict
      title={t('cases.conflict.title', { number: seen.case_no })}
      text={t('cases.conflict.text', { act: t(`cases.acts.${move}`) })}
      columns={{ seen: t('cases.conflict.seen'), now: t('cases.conflict.now') }}
      rows={rows.map(({ field, mine, now }) => ({ key: field, name: t(`cases.conflict.fields.${field}`), seen: mine, now, moved: mine !== now }))}
      take={t('cases.conflict.leave')}
      keep={t('cases.conflict.again', { act: t(`cases.acts.${move}`) })}
      busy={busy}
      onTake={onLeave}
      onKeep={onAgain}
      onClose={onLeave}
    />
  )
}
