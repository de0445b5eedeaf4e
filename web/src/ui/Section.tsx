import { type ReactNode, useId } from 'react'

import classes from './Section.module.css'

interface Props {
  title: string
  aside?: ReactNode
  children: ReactNode
}

/** A titled block of a record: a line above, never a card inside a card. */
export function Section({ title, aside, children }: Props) {
  const id = useId()
  return (
    <section className={classes.section} aria-labelledby={id}>
      <div className={classes.head}>
        <h2 id={id} className={classes.title}>
          {title}
        </h2>
        {aside}
      </div>
      {children}
    </section>
  )
}
