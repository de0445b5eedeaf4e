import type { Chart } from '../query'
import { figure, largest, numeric, rowName, shown } from '../values'
import classes from './charts.module.css'
import { useWidth } from './useWidth'

const HEIGHT = 180
const EDGE = { top: 10, right: 10, bottom: 24, left: 56 }

/** One figure over time; where it is not shown the line has a gap. */
export function LineChart({ chart, label }: { chart: Chart; label: string }) {
  const { ref, width } = useWidth()
  const values = chart.lines.map((line) => numeric(line.values[0]))
  const target = chart.target === null ? null : Number(chart.target)
  const most = largest([...values, target])
  const inner = width - EDGE.left - EDGE.right
  const x = (at: number) => EDGE.left + (values.length < 2 ? inner / 2 : (at * inner) / (values.length - 1))
  const y = (value: number) => HEIGHT - EDGE.bottom - (value * (HEIGHT - EDGE.top - EDGE.bottom)) / most
  const ends = [...new Set([0, Math.floor((values.length - 1) / 2), values.length - 1])]
  return (
    <div ref={ref} className={classes.holder}>
      <svg className={classes.svg} width={width} height={HEIGHT} role="img" aria-label={label}>
        {[0, 0.5, 1].map((part) => (
          <g key={part}>
            <line className={classes.grid} x1={EDGE.left} x2={width - EDGE.right} y1={y(most * part)} y2={y(most * part)} />
            <text className={classes.quiet} x={EDGE.left - 8} y={y(most * part) + 4} textAnchor="end">
              {figure(most * part, chart.unit, true)}
            </text>
          </g>
        ))}
        {target !== null && <line className={classes.target} x1={EDGE.left} x2={width - EDGE.right} y1={y(target)} y2={y(target)} />}
        {runs(values).map((run) => (
          <polyline key={run[0]} className={classes.line} points={run.map((at) => `${x(at)},${y(values[at] ?? 0)}`).join(' ')} />
        ))}
        {chart.lines.map((line, at) => {
          const value = values[at]
          const words = line.values[0] ? shown(line.values[0], chart.unit) : ''
          return value === null || value === undefined ? null : (
            <circle key={line.key} className={classes.dot} cx={x(at)} cy={y(value)} r={values.length > 40 ? 1.5 : 3}>
              <title>{`${rowName(chart, line.label)}: ${words}`}</title>
            </circle>
          )
        })}
        {ends.map((at) => {
          const line = chart.lines[at]
          const anchor = at === 0 ? 'start' : at === values.length - 1 ? 'end' : 'middle'
          return (
            line && (
              <text key={line.key} className={classes.quiet} x={x(at)} y={HEIGHT - 4} textAnchor={anchor}>
                {rowName(chart, line.label)}
              </text>
            )
          )
        })}
      </svg>
    </div>
  )
}

/** The places of values that follow each other without a gap. */
function runs(values: readonly (number | null)[]): number[][] {
  const found: number[][] = []
  values.forEach((value, at) => {
    if (value === null) return
    const last = found.at(-1)
    if (last && last.at(-1) === at - 1) last.push(at)
    else found.push([at])
  })
  return found
}
