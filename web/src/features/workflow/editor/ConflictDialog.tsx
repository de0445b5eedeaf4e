import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'

import { Chip } from '~/ui/Chip'
import { Dialog } from '~/ui/Dialog'
import { dateTime } from '~/lib/format'
import { type Change, changesBetween } from '../model/changes'
import { type Definition, wordOf } from '../model/definition'
import { sound } from '../model/sound'
import type { Draft } from '../server'
import classes from './ConflictDialog.module.css'

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
    change ? <Chip tone={({ added: 'success', removed: 'critical', changed: 'warning' } as const)[change]}>{t(`workflow.marks.${change}`)}</Chip> : <span className="muted">{t('workflow.unchanged')}</span>
  return (
    <Dialog opened onClose={onClose} size={640} title={t('workflow.conflictTitle')}>
      <p className="muted">
        {theirs.saved_by && theirs.saved_at
          ? t('workflow.conflictBy', { name: theirs.saved_by.full_name, at: dateTime(theirs.saved_at) })
          : t('workflow.conflictText')}
      </p>
      <div className={classes.frame}>
        <table className={classes.table}>
          <thead>
            <tr>
              <th scope="col">{t('workflow.conflictPart')}</th>
              <th scope="col">{t('workflow.conflictTheirs')}</th>
              <th scope="col">{t('workflow.conflictMine')}</th>
            </tr>
          </thead>
          <tbody>
            {found.map((row) => (
              <tr key={row.key}>
                <th scope="row">{row.name}</th>
                <td>{word(row.theirs)}</td>
                <td>{word(row.mine)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className="muted">{t('workflow.conflictKept')}</p>
      <div className={classes.actions}>
        <Button variant="subtle" color="gray" onClick={onClose}>
          {t('workflow.conflictLater')}
        </Button>
        <Button variant="default" onClick={onTakeTheirs}>
          {t('workflow.conflictTake')}
        </Button>
        <Button onClick={onKeepMine} loading={busy}>
          {t('workflow.conflictKeep')}
        </Button>
      </div>
    </Dialog>
  )
}
