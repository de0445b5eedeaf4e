import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react'
import { ActionIcon, Button, Tooltip } from '@mantine/core'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'

import { dayKey } from '~/lib/format'
import { Keys } from '~/ui/Keys'
import { type DayState, shiftDay, shiftMonth, weekdayOf } from './content'
import { Legend } from './Legend'
import { Month } from './Month'
import { monthShort } from './zone'
import classes from './YearView.module.css'

interface Props {
  year: number
  states: ReadonlyMap<string, DayState>
  changed: ReadonlySet<string>
  open: string | null
  onOpen: (day: string) => void
  onYear: (year: number) => void
}

export const FIRST_YEAR = 1990
export const LAST_YEAR = 2149

function target(event: KeyboardEvent, day: string): string | null {
  switch (event.key) {
    case 'ArrowLeft':
      return shiftDay(day, -1)
    case 'ArrowRight':
      return shiftDay(day, 1)
    case 'ArrowUp':
      return shiftDay(day, -7)
    case 'ArrowDown':
      return shiftDay(day, 7)
    case 'PageUp':
      return shiftMonth(day, -1)
    case 'PageDown':
      return shiftMonth(day, 1)
    case 'Home':
      return shiftDay(day, -weekdayOf(day))
    case 'End':
      return shiftDay(day, 6 - weekdayOf(day))
    default:
      return null
  }
}

/** Twelve months at once. One day takes the tab stop; the arrows move it, over the ends of the year as well. */
export function YearView({ year, states, changed, open, onOpen, onYear }: Props) {
  const { t } = useTranslation()
  const today = dayKey(new Date())
  const [stop, setStop] = useState(today)
  const frame = useRef<HTMLDivElement>(null)
  const moved = useRef(false)
  const at = stop.startsWith(String(year)) ? stop : `${year}-01-01`
  useEffect(() => {
    if (!moved.current) return
    moved.current = false
    frame.current?.querySelector<HTMLElement>(`[data-day="${at}"]`)?.focus()
  }, [at])

  const keys = (event: KeyboardEvent) => {
    const day = (event.target as HTMLElement).dataset.day
    if (!day || event.metaKey || event.ctrlKey || event.altKey) return
    const next = target(event, day)
    if (!next) return
    event.preventDefault()
    const nextYear = Number(next.slice(0, 4))
    if (nextYear < FIRST_YEAR || nextYear > LAST_YEAR) return
    moved.current = true
    setStop(next)
    if (nextYear !== year) onYear(nextYear)
  }

  return (
    <section aria-label={t('calendars.year', { year })}>
      <div className={classes.bar}>
        <div className={classes.turn}>
          <Turn label={t('calendars.previousYear')} keys="[" disabled={year <= FIRST_YEAR} onClick={() => onYear(year - 1)}>
            <IconChevronLeft size={16} />
          </Turn>
          <h2 className={classes.year} aria-live="polite">
            {year}
          </h2>
          <Turn label={t('calendars.nextYear')} keys="]" disabled={year >= LAST_YEAR} onClick={() => onYear(year + 1)}>
            <IconChevronRight size={16} />
          </Turn>
          {!today.startsWith(String(year)) && (
            <Button variant="default" size="compact-sm" onClick={() => onYear(Number(today.slice(0, 4)))}>
              {t('calendars.thisYear')}
            </Button>
          )}
        </div>
        <Legend states={states} />
      </div>
      <div className={classes.jump} role="group" aria-label={t('calendars.jump')}>
        {Array.from({ length: 12 }, (_, month) => (
          <button key={month} type="button" onClick={() => frame.current?.children[month]?.scrollIntoView()}>
            {monthShort(month)}
          </button>
        ))}
      </div>
      <div
        ref={frame}
        className={classes.months}
        onKeyDown={keys}
        onClick={(event) => {
          const day = (event.target as HTMLElement).closest<HTMLElement>('[data-day]')?.dataset.day
          if (!day) return
          setStop(day)
          onOpen(day)
        }}
      >
        {Array.from({ length: 12 }, (_, month) => (
          <Month key={month} year={year} month={month} states={states} changed={changed} stop={at} today={today} open={open} />
        ))}
      </div>
      <p className={classes.hint}>{t('calendars.yearHint')}</p>
    </section>
  )
}

interface TurnProps {
  label: string
  keys: string
  disabled: boolean
  onClick: () => void
  children: React.ReactNode
}

function Turn({ label, keys, disabled, onClick, children }: TurnProps) {
  const tip = (
    <span style={{ display: 'inline-flex', gap: 8, alignItems: 'center' }}>
      {label} <Keys keys={keys} />
    </span>
  )
  return (
    <Tooltip label={tip}>
      <ActionIcon aria-label={label} disabled={disabled} onClick={onClick}>
        {children}
      </ActionIcon>
    </Tooltip>
  )
}
