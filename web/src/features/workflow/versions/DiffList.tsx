import { IconMinus, IconPencil, IconPlus } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'

import type { DiffLine } from '../server'
import classes from './DiffList.module.css'

interface Props {
  lines: readonly DiffLine[]
  /** The path of the change that is looked at on the drawing. */
  at?: string | null
  onGo?: (line: DiffLine) => void
}

const ICON = { added: IconPlus, removed: IconMinus, changed: IconPencil }

/** What differs, one sentence a change. */
export function DiffList({ lines, at, onGo }: Props) {
  const { t } = useTranslation()
  if (lines.length === 0) return <p className="muted">{t('workflow.noChanges')}</p>
  return (
    <ul className={classes.list}>
      {lines.map((line, index) => {
        const Icon = ICON[line.kind]
        const words = (
          <>
            <span className={classes.icon} data-kind={line.kind}>
              <Icon size={13} stroke={2.25} aria-hidden />
              <span className="visually-hidden">{t(`workflow.marks.${line.kind}`)}: </span>
            </span>
            <span>{line.sentence}</span>
          </>
        )
        return (
          <li key={`${line.path}${index}`}>
            {onGo ? (
              <button type="button" className={classes.line} aria-pressed={at === line.path} onClick={() => onGo(line)}>
                {words}
              </button>
            ) : (
              <span className={classes.line}>{words}</span>
            )}
          </li>
        )
      })}
    </ul>
  )
}
