import type { ReactNode } from 'react'

import classes from './Pills.module.css'

/** Filters on one line; on a phone the line is swiped instead of growing down the page. */
export function Pills({ children }: { children: ReactNode }) {
  return <div className={classes.pills}>{children}</div>
}
