import type { Chart } from '../query'
import { columnName, largest, numeric, rowName, shown } from '../values'
import classes from './charts.module.css'
import { useWidth } from './useWidth'

const ROW = 24

/** Branches by days: the fuller a cell, the more; each says its figure on hover. */
export function HeatChart({ chart, label }: { chart: Chart; label: string }) {
  const { ref, width } = useWidth()
  const names = Math.min(160, Math.round(width * 0.3))
  const step = (width - names) / Math.max(1, chart.columns.length)
  const most = largest(chart.lines.flatMap((line) => line.values.map(numeric)))
  const height = chart.lines.length * ROW + 20
  const [first, last] = [chart.columns[0], chart.columns.at(-1)]
  return (
    <div ref={ref} className={classes.holder}>
      <svg className={classes.svg} width={width} height={height} role="img" aria-label={label}>
        {chart.lines.map((line, row) => (
          <g key={line.key}>
            <text x={0} y={row * ROW + 16}>
              {rowName(chart, line.label)}
            </text>
            {line.values.map((value, at) => {
              const size = numeric(value)
              return (
                <rect
                  key={chart.columns[at]?.key}
                  className={value.is_suppressed || !size ? classes.few : classes.bar}
                  fillOpacity={size ? 0.15 + (0.85 * size) / most : 1}
                  x={names + at * step}
                  y={row * ROW + 2}
                  width={Math.max(1, step - 1)}
                  height={ROW - 4}
                >
                  <title>{`${rowName(chart, line.label)}, ${columnName(chart.columns[at]?.label ?? '')}: ${shown(value, chart.unit)}`}</title>
                </rect>
              )
            })}
          </g>
        ))}
        {first && (
          <text className={classes.quiet} x={names} y={height - 4}>
            {columnName(first.label)}
          </text>
        )}
        {last && (
          <text className={classes.quiet} x={width} y={height - 4} textAnchor="end">
            {columnName(last.label)}
          </text>
        )}
      </svg>
    </div>
  )
}
