import '@mantine/dates/styles.layer.css'

import { Popover } from '@mantine/core'
import { DatePicker } from '@mantine/dates'
import { IconCalendar, IconX } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import { date, dayKey } from '~/lib/format'
import { calendarNames } from './calendarNames'
import { DatesLocale } from './DatesLocale'
import filter from './FilterMenu.module.css'
import classes from './RangeMenu.module.css'

export interface Range {
  /** Calendar days, both inclusive, as YYYY-MM-DD. */
  from?: string
  to?: string
}

interface Props {
  label: string
  range: Range
  /** For moments that are still to come: presets lead forward, and no day is too late. */
  ahead?: boolean
  onChange: (range: Range) => void
}

const BACK = [1, 7, 30, 90, 365]
const AHEAD = [1, 7, 30]

/** The day `days - 1` before today, so that the range holds that many calendar days. */
export const daysBack = (days: number, now = new Date()) => dayKey(new Date(now.getTime() - (days - 1) * 86_400_000))

const daysAhead = (days: number, now = new Date()) => dayKey(new Date(now.getTime() + (days - 1) * 86_400_000))

export function RangeMenu({ label, range, ahead, onChange }: Props) {
  const { t } = useTranslation()
  const [opened, setOpened] = useState(false)
  const [picked, setPicked] = useState<[string | null, string | null]>([range.from ?? null, range.to ?? null])
  const active = Boolean(range.from ?? range.to)
  const spanOf = (days: number): Range => (ahead ? { from: daysBack(1), to: daysAhead(days) } : { from: daysBack(days) })
  const presets = ahead ? AHEAD : BACK
  const preset = presets.find((days) => range.from === spanOf(days).from && range.to === spanOf(days).to)
  const say = (days: number) => (days === 1 ? t('common.today') : t(ahead ? 'common.nextDays' : 'common.lastDays', { count: days }))
  const words = preset
    ? say(preset)
    : [range.from && date(range.from), range.to && range.to !== range.from && date(range.to)].filter(Boolean).join(' – ')

  const choose = (next: Range) => {
    onChange(next)
    setPicked([next.from ?? null, next.to ?? null])
    setOpened(false)
  }
  return (
    <span className={filter.pill} data-active={active || undefined}>
      <Popover opened={opened} onChange={setOpened} position="bottom-start" trapFocus returnFocus>
        <Popover.Target>
          <button type="button" className={filter.button} onClick={() => setOpened(!opened)}>
            <IconCalendar size={14} aria-hidden />
            {active ? <span className={filter.value}>{words}</span> : label}
          </button>
        </Popover.Target>
        <Popover.Dropdown p={0} className={classes.dropdown} aria-label={t('common.chooseRange')}>
          <ul className={classes.presets}>
            {presets.map((days) => (
              <li key={days}>
                <button type="button" className={classes.preset} aria-pressed={preset === days} onClick={() => choose(spanOf(days))}>
                  {say(days)}
                </button>
              </li>
            ))}
          </ul>
          <DatesLocale>
            <DatePicker
              type="range"
              allowSingleDateInRange
              hideOutsideDates
              size="xs"
              ariaLabels={calendarNames(t)}
              classNames={{ day: classes.date }}
              maxDate={ahead ? undefined : dayKey(new Date())}
              value={picked}
              onChange={(next) => {
                setPicked(next)
                const [from, to] = next
                if (from && to) choose({ from, to })
              }}
            />
          </DatesLocale>
        </Popover.Dropdown>
      </Popover>
      {active && (
        <button type="button" className={filter.clear} aria-label={`${t('common.clear')}: ${label}`} onClick={() => choose({})}>
          <IconX size={13} aria-hidden />
        </button>
      )}
    </span>
  )
}
