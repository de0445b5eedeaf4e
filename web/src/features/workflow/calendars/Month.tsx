import { memo } from 'react'
import { useTranslation } from 'react-i18next'

import { type DayState, weeksOf } from './content'
import { useDayWords } from './dayWords'
import { monthLong, weekdayLong, weekdayShort } from './zone'
import classes from './YearView.module.css'

interface Props {
  year: number
  month: number
  states: ReadonlyMap<string, DayState>
  changed: ReadonlySet<string>
  stop: string
  today: string
  open: string | null
}

const inMonth = (day: string | null, props: Props) => (day?.startsWith(`${props.year}-${String(props.month + 1).padStart(2, '0')}`) ? day : null)

/** Plain cells: a year is 365 buttons. */
export const Month = memo(
  function Month({ year, month, states, changed, stop, today, open }: Props) {
    return (
      <table role="grid" className={classes.month} aria-label={`${monthLong(month)} ${year}`}>
        <caption className={classes.name}>{monthLong(month)}</caption>
        <thead>
          <tr>
            {Array.from({ length: 7 }, (_, weekday) => (
              <th key={weekday} scope="col" abbr={weekdayLong(weekday)}>
                {weekdayShort(weekday)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeksOf(year, month).map((week, index) => (
            <tr key={index}>
              {week.map((day, weekday) =>
                day ? (
                  <td key={day}>
                    <Day day={day} state={states.get(day)} changed={changed.has(day)} stop={day === stop} today={day === today} open={day === open} />
                  </td>
                ) : (
                  <td key={weekday} />
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    )
  },
  (before, after) =>
    before.year === after.year &&
    before.states === after.states &&
    before.changed === after.changed &&
    before.today === after.today &&
    (['stop', 'open'] as const).every((key) => inMonth(before[key], before) === inMonth(after[key], after)),
)

interface DayProps {
  day: string
  state: DayState | undefined
  changed: boolean
  stop: boolean
  today: boolean
  open: boolean
}

function Day({ day, state, changed, stop, today, open }: DayProps) {
  const { t } = useTranslation()
  const words = useDayWords()
  if (!state) return null
  const letter = state.proposal === 'ADD' ? t('calendars.proposalLetter') : t(`calendars.letters.${state.word}`)
  return (
    <button
      type="button"
      className={classes.day}
      data-day={day}
      data-word={state.word}
      data-works={state.works || undefined}
      data-proposal={state.proposal}
      data-changed={changed || undefined}
      data-today={today || undefined}
      aria-current={today ? 'date' : undefined}
      aria-haspopup="dialog"
      aria-expanded={open}
      tabIndex={stop ? 0 : -1}
      aria-label={words.spoken(day, state, changed)}
      title={words.hint(state)}
    >
      <span className={classes.number}>{Number(day.slice(8))}</span>
      {letter && <span className={classes.letter}>{letter}</span>}
    </button>
  )
}
