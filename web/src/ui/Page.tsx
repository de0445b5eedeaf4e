import { type ReactNode, useEffect } from 'react'

import classes from './Page.module.css'

interface Props {
  title: string
  /** Shown in place of the plain title when the head needs more than words. */
  heading?: ReactNode
  text?: ReactNode
  actions?: ReactNode
  children: ReactNode
  width?: 'reading' | 'wide' | 'full'
}

export function nameDocument(title: string): void {
  document.title = title ? `${title} · Simpul` : 'Simpul'
}

export function useTitle(title: string): void {
  useEffect(() => nameDocument(title), [title])
}

export function Page({ title, heading, text, actions, children, width = 'wide' }: Props) {
  useTitle(title)
  return (
    <div className={classes.page} data-width={width}>
      <header className={classes.head}>
        <div className={classes.words}>
          <h1 className={classes.title}>{heading ?? title}</h1>
          {text && <p className={classes.text}>{text}</p>}
        </div>
        {actions && <div className={classes.actions}>{actions}</div>}
      </header>
      {children}
    </div>
  )
}
