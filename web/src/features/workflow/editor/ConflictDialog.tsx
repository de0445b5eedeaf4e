import { useTranslation } from 'react-i18next'

import { dateTime } from '~/lib/format'
import { Chip } from '~/ui/Chip'
import { Conflict } from '~/ui/Conflict'
import { type Change, changesBetween } from '../model/changes'
import { type Definition, wordOf } from '../model/definition'
import { sound } from '../model/sound'
import type { Draft } from '../server'

interface Props {
  /** What both began from. */
  base: Definition
  mine: Definition
  theirs: Draft
  busy: boolean
  onKeepMine: () => void
  onTakeTheirs: () => void
  onClose: () => void
}

interface Row {
  key: string
  name: string
  mine: Change | undefined
  theirs: Change | undefined
}

function rows(base: Definition, mine: Definition, theirs: Definition, language: string): Row[] {
  const own = changesBetween(base, mine)
  const other = changesBetween(base, theirs)
  return (['states', 'transitions'] as const).flatMap((list) => {
    const names = new Map([...base[list], ...theirs[list], ...mine[list]].map((row) => [row.key, wordOf(row.title, language) || row.key]))
    return [...names].flatMap(([key, name]) => {
      const row = { key: `${list} ${key}`, name, mine: own[list].get(key), theirs: other[list].get(key) }
      return row.mine || row.theirs ? [row] : []
    })
  })
}

/** Somebody else saved meanwhile: both versions side by side. Either choice keeps the other one within reach of Undo. */
export function ConflictDialog({ base, mine, theirs, busy, onKeepMine, onTakeTheirs, onClose }: Props) {
  const { t, i18n } = useTranslation()
  const found = rows(base, mine, sound(theirs.content), i18n.language)
  const word = (change: Change | undefined) =>
    change && <Chip tone={({ added: 'success', removed: 'critical', changed: 'warning' } as const)[change]}>{t(`workflow.marks.${change}`)}</Chip>
  return (
    <Conflict
      title={t('workflow.conflictTitle')}
      text={
        theirs.saved_by && theirs.saved_at
          ? t('workflow.conflictBy', { name: theirs.saved_by.full_name, at: dateTime(theirs.saved_at) })
          : t('workflow.conflictText')
      }
      columns={{ name: t('workflow.conflictPart'), now: t('workflow.conflictTheirs'), mine: t('workflow.conflictMine') }}
      rows={found.map((row) => ({ key: row.key, name: row.name, now: word(row.theirs) ?? <span className="muted">{t('workflow.unchanged')}</span>, mine: word(row.mine) }))}
      note={t('workflow.conflictKept')}
      later={t('workflow.conflictLater')}
      take={t('workflow.conflictTake')}
      keep={t('workflow.conflictKeep')}
      busy={busy}
      onTake={onTakeTheirs}
      onKeep={onKeepMine}
      onClose={onClose}
    />
  )
}
