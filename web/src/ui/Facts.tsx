import type { ReactNode } from 'react'

import classes from './Facts.module.css'

interface Props {
  facts: [label: string, value: ReactNode][]
  labelWidth?: number
}

/** Label and value, one pair a line. */
export function Facts({ facts, labelWidth = 128 }: Props) {
  return (
    <dl className={classes.facts} style={{ gridTemplateColumns: `minmax(64px, ${labelWidth}px) minmax(0, 1fr)` }}>
      {facts.map(([label, value], index) => (
        <div key={index} className={classes.pair}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}
