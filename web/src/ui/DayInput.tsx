import '@mantine/dates/styles.layer.css'

import { DateInput } from '@mantine/dates'
import dayjs from 'dayjs'
import { type ComponentProps, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'

import { date } from '~/lib/format'
import { calendarNames } from './calendarNames'
import { DatesLocale } from './DatesLocale'
import { readDay } from './readDay'
import { UNREADABLE } from './unreadable'

/** A calendar day, typed as 31-12-1980 or picked; its value is YYYY-MM-DD. What cannot be a day stays as typed and is refused. */
export function DayInput({ error, onInput, onBlur, onChange, ...props }: ComponentProps<typeof DateInput>) {
  const { t } = useTranslation()
  const limits = { maxDate: new Date(), ...props }
  const [wrong, setWrong] = useState<string | null>(null)
  const [said, setSaid] = useState(false)
  // A day chosen beside the field, as by a button, takes the place of what was typed.
  useEffect(() => {
    if (props.value) setWrong(null)
  }, [props.value])
  const judge = (text: string) => {
    if (!text.trim()) return null
    const day = readDay(text)
    if (!day) return t('common.dayWrong')
    if (limits.minDate && dayjs(day).isBefore(limits.minDate, 'day')) return t('common.dayEarly', { date: date(dayjs(limits.minDate).format('YYYY-MM-DD')) })
    if (limits.maxDate && dayjs(day).isAfter(limits.maxDate, 'day')) return t('common.dayLate', { date: date(dayjs(limits.maxDate).format('YYYY-MM-DD')) })
    return null
  }
  return (
    <DatesLocale>
      <DateInput
        valueFormat="DD-MM-YYYY"
        dateParser={readDay}
        placeholder={t('common.dayFormat')}
        defaultLevel="decade"
        clearable
        clearButtonProps={{ 'aria-label': t('common.clearDay') }}
        ariaLabels={calendarNames(t)}
        {...limits}
        {...(wrong && { [UNREADABLE]: true })}
        fixOnBlur={wrong === null}
        error={(said && wrong) || error}
        onInput={(event) => {
          onInput?.(event)
          const found = judge(event.currentTarget.value)
          setWrong(found)
          setSaid(false)
          // The day that stood there before must not be saved beneath what is typed now.
          if (found) onChange?.(null)
        }}
        onBlur={(event) => {
          onBlur?.(event)
          setSaid(true)
        }}
        onChange={(day) => {
          setWrong(null)
          onChange?.(day)
        }}
      />
    </DatesLocale>
  )
}
