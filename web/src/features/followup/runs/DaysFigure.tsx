import { useElementSize } from '@mantine/hooks'
import { useTranslation } from 'react-i18next'

import { count, date } from '~/lib/format'
import type { DayFigures } from '../model'
import { topOf } from './scale'
import classes from './runs.module.css'

type Series = 'not_followed_up' | 'no_deposit' | 'dealt' | 'returned'

interface Props {
  days: readonly DayFigures[]
  series: readonly Series[]
  label: string
  /** The colour that the first series has. */
  first: number
}

const HEIGHT = 190
const EDGE = { left: 40, bottom: 22, top: 8 }

/** Bars of days, one part for each reason, and the same as a table. */
export function DaysFigure({ days, series, label, first }: Props) {
  const { t } = useTranslation()
  const { ref, width: measured } = useElementSize<HTMLDivElement>()
  const width = Math.max(240, Math.round(measured || 520))
  const sums = days.map((day) => series.reduce((all, each) => all + day[each], 0))
  if (sums.every((sum) => sum === 0))
    return <p className="muted">{t('followupRuns.rotationsNone')}</p>
  const top = topOf(sums)
  const step = (width - EDGE.left) / Math.max(1, days.length)
  const y = (value: number) =>
    HEIGHT - EDGE.bottom - (value * (HEIGHT - EDGE.bottom - EDGE.top)) / top
  const [oldest, newest] = [days[0], days.at(-1)]
  return (
    <figure style={{ margin: 0 }}>
      <ul className={classes.legend}>
        {series.map((each, at) => (
          <li key={each}>
            <svg width={10} height={10} aria-hidden>
              <rect className={classes.part} data-part={first + at} width={10} height={10} rx={2} />
            </svg>
            {t(`followupRuns.series.${each}`)}
          </li>
        ))}
      </ul>
      <div ref={ref}>
        <svg
          className={classes.chart}
          width={width}
          height={HEIGHT}
          viewBox={`0 0 ${width} ${HEIGHT}`}
          role="img"
          aria-label={label}
        >
          {[0, 0.5, 1].map((part) => (
            <g key={part}>
              <line
                className={classes.grid}
                x1={EDGE.left}
                x2={width}
                y1={y(top * part)}
                y2={y(top * part)}
              />
              <text
                className={classes.quiet}
                x={EDGE.left - 8}
                y={y(top * part) + 4}
                textAnchor="end"
              >
                {count(top * part)}
              </text>
            </g>
          ))}
          {days.map((day, row) => {
            let below = 0
            return (
              <g key={day.day}>
                <title>
                  {`${date(day.day)}. ${series
                    .map((each) => `${t(`followupRuns.series.${each}`)}: ${count(day[each])}`)
                    .join(', ')}`}
                </title>
                {series.map((each, at) => {
                  below += day[each]
                  return (
                    <rect
                      key={each}
                      className={classes.part}
                      data-part={first + at}
                      x={EDGE.left + row * step + 1}
                      y={y(below)}
                      width={Math.max(1, step - 2)}
                      height={Math.max(0, y(0) - y(day[each]))}
                    />
                  )
                })}
              </g>
            )
          })}
          {oldest && (
            <text className={classes.quiet} x={EDGE.left} y={HEIGHT - 4}>
              {date(oldest.day)}
            </text>
          )}
          {newest && newest !== oldest && (
            <text className={classes.quiet} x={width} y={HEIGHT - 4} textAnchor="end">
              {date(newest.day)}
            </text>
          )}
        </svg>
      </div>
      <details className={classes.details}>
        <summary>{t('followupRuns.asTable')}</summary>
        <div className={classes.scroll} tabIndex={0} role="group" aria-label={label}>
          <table className={classes.plain}>
            <thead>
              <tr>
                <th scope="col">{t('followupRuns.day')}</th>
                {series.map((each) => (
                  <th key={each} scope="col">
                    {t(`followupRuns.series.${each}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {[...days].reverse().map((day) => (
                <tr key={day.day}>
                  <th scope="row">{date(day.day)}</th>
                  {series.map((each) => (
                    <td key={each} className="num">
                      {count(day[each])}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </details>
    </figure>
  )
}
