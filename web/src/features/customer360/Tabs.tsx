import { type KeyboardEvent, useRef } from 'react'
import { useTranslation } from 'react-i18next'

import classes from './Tabs.module.css'

interface Props {
  tabs: string[]
  active: string
  /** What waits in a tab: how much, in words, and whether it presses. */
  waiting?: Partial<Record<string, { count: number; words: string; late: boolean }>>
  onChange: (tab: string) => void
}

export function Tabs({ tabs, active, waiting = {}, onChange }: Props) {
  const { t } = useTranslation()
  const list = useRef<HTMLDivElement>(null)
  const keys = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0
    const next = tabs[(tabs.indexOf(active) + step + tabs.length) % tabs.length]
    if (step === 0 || next === undefined) return
    event.preventDefault()
    onChange(next)
    list.current?.querySelector<HTMLElement>(`#tab-${next}`)?.focus()
  }
  return (
    <div ref={list} role="tablist" className={classes.tabs} onKeyDown={keys}>
      {tabs.map((tab, index) => (
        <button
          key={tab}
          type="button"
          role="tab"
          id={`tab-${tab}`}
          aria-selected={tab === active}
          aria-controls={tab === active ? `panel-${tab}` : undefined}
          tabIndex={tab === active ? 0 : -1}
          className={classes.tab}
          aria-keyshortcuts={String(index + 1)}
          onClick={() => onChange(tab)}
        >
          {t(`record.tabs.${tab as 'timeline'}`)}
          {waiting[tab] && waiting[tab].count > 0 && (
            <span className={`${classes.count} num`} data-late={waiting[tab].late || undefined} title={waiting[tab].words}>
              <span aria-hidden>{waiting[tab].count}</span>
              <span className="visually-hidden">{waiting[tab].words}</span>
            </span>
          )}
        </button>
      ))}
    </div>
  )
}
