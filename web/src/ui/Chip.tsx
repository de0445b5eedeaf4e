import type { ReactNode } from 'react'

import classes from './Chip.module.css'

export type Tone = 'neutral' | 'accent' | 'info' | 'success' | 'warning' | 'critical'

interface Props {
  tone?: Tone
  icon?: ReactNode
  children: ReactNode
  title?: string
  outline?: boolean
}

/** A small fact with an icon and a word; colour never carries the meaning alone. */
export function Chip({ tone = 'neutral', icon, children, title, outline }: Props) {
  return (
    <span className={classes.chip} data-tone={tone} data-outline={outline || undefined} title={title}>
      {icon}
      <span className={classes.word}>{children}</span>
    </span>
  )
}
