import { useEffect, useState } from 'react'

import { count } from '~/lib/format'
import { hoursOf } from './content'
import classes from './setup.module.css'

interface Props {
  label: string
  value: number
  error?: string
  disabled: boolean
  onChange: (value: number) => void
}

/** Hours in a cell of the matrix: typed with a comma or a point, taken when the cell is left or Enter is pressed. */
export function HoursInput({ label, value, error, disabled, onChange }: Props) {
  const shown = count(value)
  const [text, setText] = useState(shown)
  useEffect(() => setText(shown), [shown])
  const take = () => {
    const hours = hoursOf(text)
    if (hours !== null && hours !== value) onChange(hours)
    else setText(shown)
  }
  if (disabled) return <span className={`${classes.fixed} num`}>{shown}</span>
  return (
    <input
      className={`${classes.hours} num`}
      inputMode="decimal"
      aria-label={label}
      aria-invalid={Boolean(error) || hoursOf(text) === null || undefined}
      title={error ?? label}
      value={text}
      onChange={(event) => setText(event.currentTarget.value)}
      onFocus={(event) => event.currentTarget.select()}
      onBlur={take}
      onKeyDown={(event) => event.key === 'Enter' && take()}
    />
  )
}
