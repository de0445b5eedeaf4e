import '@mantine/dates/styles.layer.css'

import { DateInput } from '@mantine/dates'
import dayjs from 'dayjs'
import customParseFormat from 'dayjs/plugin/customParseFormat'
import type { ComponentProps } from 'react'
import { useTranslation } from 'react-i18next'

import { calendarNames } from './calendarNames'
import { DatesLocale } from './DatesLocale'

dayjs.extend(customParseFormat)

/** A calendar day, typed as 31-12-1980 or picked; its value is YYYY-MM-DD. */
export function DayInput(props: ComponentProps<typeof DateInput>) {
  const { t } = useTranslation()
  return (
    <DatesLocale>
      <DateInput
        valueFormat="DD-MM-YYYY"
        placeholder={t('common.dayFormat')}
        defaultLevel="decade"
        maxDate={new Date()}
        clearable
        clearButtonProps={{ 'aria-label': t('common.clearDay') }}
        ariaLabels={calendarNames(t)}
        {...props}
      />
    </DatesLocale>
  )
}
