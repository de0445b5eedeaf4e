import { ActionIcon, Button, Tooltip } from '@mantine/core'
import { IconPlus, IconX } from '@tabler/icons-react'
import { type ReactNode, useId } from 'react'
import { useTranslation } from 'react-i18next'

import type { CalendarInterval } from '~/api/models'
import { intervalProblems, minutes, nextInterval } from './content'
import { TimeField } from './TimeField'
import classes from './Intervals.module.css'

interface Props {
  value: CalendarInterval[]
  label: string
  children?: ReactNode
  onChange: (value: CalendarInterval[]) => void
}

/** The hours of one day, several a day, each with a place to say what is wrong. */
export function Intervals({ value, label, children, onChange }: Props) {
  const { t } = useTranslation()
  const id = useId()
  const problems = intervalProblems(value)
  const next = nextInterval(value)
  const put = (at: number, part: Partial<CalendarInterval>) => onChange(value.map((each, index) => (index === at ? { ...each, ...part } : each)))
  return (
    <div role="group" aria-label={label} className={classes.group}>
      {value.map((each, index) => {
        const problem = problems.get(index)
        const name = t('calendars.interval', { number: index + 1 })
        return (
          <div key={index} className={classes.row}>
            <TimeField
              label={`${label}, ${name}, ${t('calendars.opens')}`}
              value={each.opens}
              invalid={problem === 'overlap'}
              describedBy={problem && `${id}-${index}`}
              onChange={(opens) => put(index, { opens })}
            />
            <span aria-hidden className={classes.dash}>
              –
            </span>
            <TimeField
              label={`${label}, ${name}, ${t('calendars.closes')}`}
              value={each.closes}
              invalid={problem === 'order'}
              describedBy={problem && `${id}-${index}`}
              onChange={(closes) => put(index, { closes })}
            />
            <Tooltip label={t('calendars.removeInterval', { number: index + 1 })}>
              <ActionIcon
                size={24}
                aria-label={`${label}: ${t('calendars.removeInterval', { number: index + 1 })}`}
                onClick={() => onChange(value.filter((_, at) => at !== index))}
              >
                <IconX size={14} />
              </ActionIcon>
            </Tooltip>
            {problem && (
              <p id={`${id}-${index}`} role="alert" className={classes.problem}>
                {t(`calendars.intervalProblems.${problem}`)}
              </p>
            )}
          </div>
        )
      })}
      <div className={classes.more}>
        {next && value.length < 12 && (
          <Button variant="subtle" color="gray" size="compact-sm" leftSection={<IconPlus size={14} />} onClick={() => onChange([...value, next])}>
            {t('calendars.addInterval')}
          </Button>
        )}
        {children}
      </div>
    </div>
  )
}

/** A day as a line of 24 hours, its working hours filled. */
export function DayLine({ intervals }: { intervals: readonly CalendarInterval[] }) {
  return (
    <span aria-hidden className={classes.line}>
      {intervals.map((each, index) => (
        <span
          key={index}
          style={{ left: `${minutes(each.opens) / 14.4}%`, width: `${Math.max(0, minutes(each.closes) - minutes(each.opens)) / 14.4}%` }}
        />
      ))}
    </span>
  )
}
