import type { ReactNode } from 'react'

import { count } from '~/lib/format'
import classes from './Charts.module.css'

interface Bar {
  key: string
  name: ReactNode
  /** Its parts from left to right, each in a tone of its own. */
  parts: readonly { tone: 'accent' | 'success' | 'critical'; value: number }[]
}

/** Lines of bars, the longest first as they are given; every line says its number. */
export function Bars({ bars, label }: { bars: readonly Bar[]; label: string }) {
  const sum = (bar: Bar) => bar.parts.reduce((all, part) => all + part.value, 0)
  const most = Math.max(1, ...bars.map(sum))
  return (
    <ul className={classes.bars} aria-label={label}>
      {bars.map((bar) => (
        <li key={bar.key} className={classes.bar}>
          <span className={classes.name}>{bar.name}</span>
          <span className={classes.track} aria-hidden>
            {bar.parts.map((part) => (
              <span key={part.tone} className={classes.part} data-tone={part.tone} style={{ width: `${(100 * part.value) / most}%` }} />
            ))}
          </span>
          <span className={`${classes.value} num`}>{count(sum(bar))}</span>
        </li>
      ))}
    </ul>
  )
}
