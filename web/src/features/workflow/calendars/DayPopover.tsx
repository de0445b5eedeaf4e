import { Popover } from '@mantine/core'
import { type RefObject, useLayoutEffect, useState } from 'react'

import type { CalendarContent } from '~/api/models'
import type { DayState } from './content'
import { DayForm } from './DayForm'
import { dayLong } from './zone'
import classes from './DayPopover.module.css'

interface Props {
  day: string
  state: DayState
  content: CalendarContent
  editable: boolean
  around: RefObject<HTMLElement | null>
  onChange: (content: CalendarContent) => void
  onClose: () => void
}

/** One popover for the whole year: it stands at the day that was opened, and gives the focus back to it. */
export function DayPopover({ day, state, content, editable, around, onChange, onClose }: Props) {
  const [place, setPlace] = useState<{ left: number; top: number; width: number; height: number } | null>(null)
  useLayoutEffect(() => {
    const cell = around.current?.querySelector<HTMLElement>(`[data-day="${day}"]`)
    const frame = around.current?.getBoundingClientRect()
    if (!cell || !frame) return setPlace(null)
    const box = cell.getBoundingClientRect()
    cell.scrollIntoView({ block: 'nearest' })
    setPlace({ left: box.left - frame.left, top: box.top - frame.top, width: box.width, height: box.height })
  }, [day, around])
  const close = () => {
    onClose()
    around.current?.querySelector<HTMLElement>(`[data-day="${day}"]`)?.focus()
  }
  if (!place) return null
  return (
    <Popover opened onDismiss={close} position="right-start" width={312} trapFocus withinPortal closeOnEscape radius={8} offset={6} middlewares={{ flip: true, shift: { padding: 8 } }}>
      <Popover.Target>
        <span aria-hidden className={classes.anchor} style={place} />
      </Popover.Target>
      <Popover.Dropdown className={classes.dropdown} aria-label={dayLong(day)}>
        <h3 className={classes.title}>{dayLong(day)}</h3>
        <DayForm key={day} day={day} state={state} content={content} editable={editable} onChange={onChange} onClose={close} />
      </Popover.Dropdown>
    </Popover>
  )
}
