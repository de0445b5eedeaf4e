import type { Chart } from '../query'
import { largest, numeric, rowName, shown } from '../values'
import classes from './charts.module.css'
import { useWidth } from './useWidth'

const ROW = 26

/** Lines of bars from nought; every one says its figure. A funnel is centred and says its share of the first. */
export function BarChart({ chart, label, funnel }: { chart: Chart; label: string; funnel?: boolean }) {
  const { ref, width } = useWidth()
  const values = chart.lines.map((line) => numeric(line.values[0]))
  const most = largest(values)
  const names = Math.min(190, Math.round(width * 0.34))
  const figures = 92
  const room = width - names - figures
  return (
    <div ref={ref} className={classes.holder}>
      <svg className={classes.svg} width={width} height={chart.lines.length * ROW} role="img" aria-label={label}>
        {chart.lines.map((line, at) => {
          const value = line.values[0]
          if (!value) return null
          const size = value.is_suppressed ? room * 0.03 : (room * (values[at] ?? 0)) / most
          const name = rowName(chart, line.label)
          const first = values[0]
          const share = funnel && first && values[at] !== null ? ` · ${Math.round((100 * (values[at] ?? 0)) / first)} %` : ''
          return (
            <g key={`${line.key}.${line.label}`}>
              <title>{`${name}: ${shown(value, chart.unit)}`}</title>
              <text x={0} y={at * ROW + 17}>
                {short(name, Math.floor(names / 6.6))}
              </text>
              <rect
                className={value.is_suppressed ? classes.few : classes.bar}
                x={names + (funnel ? (room - size) / 2 : 0)}
                y={at * ROW + 6}
                width={Math.max(1, size)}
                height={14}
                rx={2}
              />
              <text x={width} y={at * ROW + 17} textAnchor="end">
                {`${shown(value, chart.unit, true)}${share}`}
              </text>
            </g>
          )
        })}
      </svg>
    </div>
  )
}

/** A name that fits beside its bar; the whole one stands on hover and in the table. */
const short = (name: string, most: number) =>
  name.length > most ? `${name.slice(0, Math.max(4, most - 1))}…` : name
