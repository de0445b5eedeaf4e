import { Button } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

import { Chip } from './Chip'
import classes from './Conflict.module.css'
import { Dialog } from './Dialog'

export interface ConflictRow {
  key: string
  name: ReactNode
  /** As it was when the reader looked. */
  seen?: ReactNode
  /** As it stands now. */
  now: ReactNode
  /** Somebody else changed it meanwhile. */
  moved?: boolean
  /** What the reader asked for. */
  mine?: ReactNode
}

interface Props {
  title: string
  text: ReactNode
  rows?: readonly ConflictRow[]
  /** The headings; a column without one is not drawn. */
  columns?: { name?: string; seen?: string; now: string; mine?: string }
  note?: ReactNode
  /** The words for taking what stands, for one's own on top of it, and for deciding later. */
  take: string
  keep: string
  later?: string
  busy?: boolean
  onTake: () => void
  onKeep: () => void
  /** Nothing is decided; what was typed stays. */
  onClose: () => void
}

/** Two people at one record: what changed meanwhile beside what I want, and nothing written over unless it is asked for. */
export function Conflict({ title, text, rows = [], columns, note, take, keep, later, busy, onTake, onKeep, onClose }: Props) {
  const { t } = useTranslation()
  return (
    <Dialog opened onClose={onClose} size={rows.length > 0 ? 620 : 460} title={title}>
      <p className={rows.length > 0 ? 'muted' : undefined}>{text}</p>
      {columns && rows.length > 0 && (
        <div className={classes.frame}>
          <table className={classes.table}>
            <thead>
              <tr>
                {columns.name ? <th scope="col">{columns.name}</th> : <td />}
                {columns.seen && <th scope="col">{columns.seen}</th>}
                <th scope="col">{columns.now}</th>
                {columns.mine && <th scope="col">{columns.mine}</th>}
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <tr key={row.key}>
                  <th scope="row">{row.name}</th>
                  {columns.seen && <td>{row.seen}</td>}
                  <td>
                    {row.now} {row.moved && <Chip tone="warning">{t('common.conflictMoved')}</Chip>}
                  </td>
                  {columns.mine && <td>{row.mine ?? <span className="muted">{t('common.conflictUntouched')}</span>}</td>}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {note && <p className="muted">{note}</p>}
      <div className={classes.buttons}>
        {later && (
          <Button variant="subtle" color="gray" onClick={onClose}>
            {later}
          </Button>
        )}
        <Button variant="default" onClick={onTake}>
          {take}
        </Button>
        <Button onClick={onKeep} loading={busy}>
          {keep}
        </Button>
      </div>
    </Dialog>
  )
}
