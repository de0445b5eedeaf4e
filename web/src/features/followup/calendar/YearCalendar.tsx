import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'

import { date, dayKey, month as monthName } from '~/lib/format'
import type { DayOff } from '../model'
import { byDay, dayByKey, daysBetween, monthsOf } from './days'
import classes from './calendar.module.css'

const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const

interface Props {
  year: number
  daysOff: readonly DayOff[]
  uncovered: readonly string[]
  /** Days can be chosen here. */
  editable: boolean
  chosen: ReadonlySet<string>
  onChosen: (days: ReadonlySet<string>) => void
}

/** A year as twelve months; days are chosen by dragging across them, by tap, or with the keys. */
export function YearCalendar({ year, daysOff, uncovered, editable, chosen, onChosen }: Props) {
  const { t } = useTranslation()
  const today = dayKey(new Date())
  const marks = byDay(daysOff, year)
  const empty = new Set(uncovered)
  const frame = useRef<HTMLDivElement>(null)
  const [focused, setFocused] = useState(today.startsWith(`${year}-`) ? today : `${year}-01-01`)
  const drag = useRef<{ from: string; adds: boolean; before: ReadonlySet<string> } | null>(null)

  // On the phone the months stand in one column: this one comes into sight.
  useEffect(() => {
    if (!matchMedia('(max-width: 639px)').matches) return
    const month = frame.current?.querySelector('[data-today]')?.closest('section')
    month?.scrollIntoView({ block: 'center' })
  }, [])

  const extend = (to: string) => {
    const now = drag.current
    if (!now) return
    const next = new Set(now.before)
    for (const day of daysBetween(now.from, to)) {
      if (now.adds) next.add(day)
      else next.delete(day)
    }
    onChosen(next)
  }
  const begin = (day: string) => {
    drag.current = { from: day, adds: !chosen.has(day), before: chosen }
    setFocused(day)
    extend(day)
  }
  const go = (day: string) => {
    setFocused(day)
    frame.current?.querySelector<HTMLButtonElement>(`[data-day="${day}"]`)?.focus()
  }
  const dayAt = (target: EventTarget | null) =>
    target instanceof Element ? target.closest<HTMLElement>('[data-day]')?.dataset.day : undefined

  const words = (day: string) => {
    const mark = marks.get(day)
    const parts = [date(day)]
    if (day === today) parts.push(t('followupAgents.dayToday'))
    if (mark) {
      parts.push(t(`followupAgents.kinds.${mark.kind}`))
      if (mark.reason) parts.push(mark.reason)
    }
    if (chosen.has(day)) parts.push(t('followupAgents.dayChosen'))
    return parts.join(', ')
  }
  return (
    <div
      ref={frame}
      className={classes.year}
      role="group"
      aria-label={t('followupAgents.months', { year })}
      onPointerDown={(event) => {
        const day = editable && event.button === 0 ? dayAt(event.target) : undefined
        // A finger scrolls; its tap is a click.
        if (!day || event.pointerType === 'touch') return
        begin(day)
      }}
      onPointerOver={(event) => {
        const day = dayAt(event.target)
        if (day && drag.current && event.buttons === 1) extend(day)
        else if (event.buttons !== 1) drag.current = null
      }}
      onPointerUp={() => {
        drag.current = null
      }}
      onClick={(event) => {
        const native = event.nativeEvent as PointerEvent
        // What the mouse did was done while it was pressed; keys come as a click without a pointer.
        if (!editable || native.pointerType === 'mouse' || native.pointerType === 'pen') return
        const day = dayAt(event.target)
        if (!day) return
        begin(day)
        drag.current = null
      }}
      onKeyDown={(event) => {
        const day = dayAt(event.target)
        const next = day && dayByKey(day, event.key)
        if (!day || !next) return
        event.preventDefault()
        if (editable && event.shiftKey) onChosen(new Set([...chosen, ...daysBetween(day, next)]))
        go(next)
      }}
    >
      {monthsOf(year).map(({ month, before, days }) => (
        <section key={month} className={classes.month} aria-label={`${monthName(month)} ${year}`}>
          <h2>{monthName(month)}</h2>
          <div className={classes.days}>
            {WEEKDAYS.map((each) => (
              <span key={each} className={classes.weekday} aria-hidden>
                {t(`followupAgents.weekdays.${each}`)}
              </span>
            ))}
            {days.map((day, at) => (
              <button
                key={day}
                type="button"
                className={`${classes.day} num`}
                style={at === 0 ? { gridColumnStart: before + 1 } : undefined}
                data-day={day}
                data-kind={marks.get(day)?.kind}
                data-today={day === today || undefined}
                data-weekend={(before + at) % 7 > 4 || undefined}
                data-uncovered={empty.has(day) || undefined}
                aria-pressed={editable ? chosen.has(day) : undefined}
                aria-label={words(day)}
                title={words(day)}
                tabIndex={day === focused ? 0 : -1}
              >
                {Number(day.slice(8))}
              </button>
            ))}
          </div>
        </section>
      ))}
    </div>
  )
}
