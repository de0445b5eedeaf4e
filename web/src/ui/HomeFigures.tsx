import { Link } from '@tanstack/react-router'
import { IconAlertTriangle } from '@tabler/icons-react'
import type { ReactNode } from 'react'

import { Bone } from './Bone'
import classes from './HomeFigures.module.css'
import { Problem } from './states'

export interface HomeFigure {
  label: string
  /** What stands there; nothing while it is asked for. */
  value: ReactNode
  note?: ReactNode
  /** Somebody has to look at it. */
  bad?: boolean
  /** The list of what was counted. */
  to: string
  search?: Record<string, string | undefined>
}

interface Props {
  id: string
  title: string
  figures: readonly HomeFigure[]
  error?: unknown
  onRetry: () => void
}

/** On the page of who arrives: what waits, each figure leading to its list. */
export function HomeFigures({ id, title, figures, error, onRetry }: Props) {
  return (
    <section aria-labelledby={id} className={classes.section}>
      <h2 id={id} className={classes.title}>
        {title}
      </h2>
      {error ? (
        <Problem error={error} onRetry={onRetry} />
      ) : (
        <ul className={classes.list}>
          {figures.map((each) => (
            <li key={each.label}>
              <Link to={each.to} search={each.search as never} className={classes.row} data-bad={each.bad || undefined}>
                <span className={classes.label}>
                  {each.label}
                  {each.note && <span className="muted">{each.note}</span>}
                </span>
                <span className={`${classes.value} num`}>
                  {each.bad && <IconAlertTriangle size={16} aria-hidden />}
                  {each.value ?? <Bone width={36} height={16} />}
                </span>
              </Link>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
