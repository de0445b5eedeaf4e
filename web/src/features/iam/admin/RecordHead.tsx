import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'

import classes from './RecordHead.module.css'

interface Props {
  /** The list that the record is one of. */
  to: '/administration/users' | '/administration/service-accounts'
  list: string
  children: ReactNode
}

/** A record's name behind the way back to its list. */
export function RecordHead({ to, list, children }: Props) {
  return (
    <span className={classes.head}>
      <Link to={to} className={classes.back}>
        {list}
      </Link>
      <span aria-hidden className="muted">
        /
      </span>
      {children}
    </span>
  )
}
