import { Button } from '@mantine/core'
import { IconChevronRight } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import type { CalendarContent, CalendarInterval } from '~/api/models'
import { Section } from '~/ui/Section'
import { hoursOf } from './content'
import { DayLine, Intervals } from './Intervals'
import { clockWord, weekdayLong } from './zone'
import classes from './Week.module.css'

interface Props {
  content: CalendarContent
  editable: boolean
  problems: Record<string, string>
  onChange: (content: CalendarContent) => void
}

export const hoursWord = (intervals: readonly CalendarInterval[]) => intervals.map((each) => `${clockWord(each.opens)}–${clockWord(each.closes)}`).join(', ')

/** Monday to Sunday, each a line; opened, its hours can be changed. */
export function Week({ content, editable, problems, onChange }: Props) {
  const { t } = useTranslation()
  const [open, setOpen] = useState<number | null>(null)
  const total = content.weekly.reduce((sum, day) => sum + hoursOf(day), 0)
  const put = (weekdays: readonly number[], day: CalendarInterval[]) =>
    onChange({ ...content, weekly: content.weekly.map((each, index) => (weekdays.includes(index) ? day : each)) })
  return (
    <Section title={t('calendars.week')} aside={<span className="muted num">{t('calendars.hoursAWeek', { hours: total })}</span>}>
      {problems['content.weekly'] && (
        <p role="alert" className={classes.problem}>
          {problems['content.weekly']}
        </p>
      )}
      <ul className={classes.week}>
        {content.weekly.map((day, weekday) => {
          const name = weekdayLong(weekday)
          const words = day.length ? hoursWord(day) : t('calendars.closed')
          const wrong = Object.entries(problems).find(([field]) => field.startsWith(`content.weekly.${weekday}`))
          const line = (
            <>
              <span>{name}</span>
              <span className={classes.hours} data-closed={day.length === 0 || undefined}>
                {words}
              </span>
              <DayLine intervals={day} />
            </>
          )
          return (
            <li key={weekday} data-open={open === weekday || undefined}>
              {editable ? (
                <button
                  type="button"
                  className={classes.day}
                  aria-expanded={open === weekday}
                  aria-label={`${t('calendars.editDay', { weekday: name })}: ${words}`}
                  onClick={() => setOpen(open === weekday ? null : weekday)}
                >
                  {line}
                  <IconChevronRight size={14} aria-hidden className={classes.chevron} />
                </button>
              ) : (
                <div className={classes.day}>{line}</div>
              )}
              {open === weekday && (
                <div className={classes.editor}>
                  <Intervals label={name} value={day} onChange={(next) => put([weekday], next)}>
                    <Button variant="subtle" color="gray" size="compact-sm" onClick={() => put([0, 1, 2, 3, 4], day)}>
                      {t('calendars.copyToWorkdays')}
                    </Button>
                  </Intervals>
                </div>
              )}
              {wrong && (
                <p role="alert" className={classes.problem}>
                  {wrong[1]}
                </p>
              )}
            </li>
          )
        })}
      </ul>
    </Section>
  )
}
