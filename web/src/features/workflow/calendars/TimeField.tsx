import { type KeyboardEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'

import { clockOf, minutes, readClock } from './content'
import { clockWord } from './zone'
import classes from './Intervals.module.css'

interface Props {
  value: string
  label: string
  invalid?: boolean
  describedBy?: string
  tall?: boolean
  onChange: (value: string) => void
}

const STEP = 15

/** A time of the day, written as people write it; the arrows move it by a quarter of an hour. */
export function TimeField({ value, label, invalid, describedBy, tall, onChange }: Props) {
  const { t } = useTranslation()
  const [written, setWritten] = useState<string | null>(null)
  const wrong = written !== null && readClock(written) === null
  const settle = () => {
    const read = written === null ? null : readClock(written)
    setWritten(null)
    if (read && read !== value) onChange(read)
  }
  const keys = (event: KeyboardEvent<HTMLInputElement>) => {
    const by = event.key === 'ArrowUp' ? STEP : event.key === 'ArrowDown' ? -STEP : 0
    if (by) {
      event.preventDefault()
      const from = minutes((written !== null && readClock(written)) || value)
      setWritten(null)
      onChange(clockOf(Math.min(1440, Math.max(0, (by > 0 ? Math.floor(from / STEP) : Math.ceil(from / STEP)) * STEP + by))))
    }
    if (event.key === 'Enter' && written !== null) settle()
  }
  return (
    <input
      className={classes.time}
      data-tall={tall || undefined}
      value={written ?? clockWord(value)}
      inputMode="numeric"
      autoComplete="off"
      aria-label={label}
      aria-invalid={wrong || invalid || undefined}
      aria-describedby={describedBy}
      title={wrong ? t('calendars.clockWrong') : undefined}
      onFocus={(event) => event.currentTarget.select()}
      onChange={(event) => setWritten(event.currentTarget.value)}
      onBlur={settle}
      onKeyDown={keys}
    />
  )
}
