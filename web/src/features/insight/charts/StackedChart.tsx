import type { Chart } from '../query'
import { columnName, largest, numeric, rowName, shown } from '../values'
import classes from './charts.module.css'
import { useWidth } from './useWidth'

const ROW = 26
const HEIGHT = 180

/** What a total consists of: lying bars by branch, standing ones over time. */
export function StackedChart({ chart, label }: { chart: Chart; label: string }) {
  return (
    <>
      <ul className={classes.legend}>
        {chart.columns.map((column, at) => (
          <li key={column.key}>
            <svg width={10} height={10} aria-hidden>
              <rect className={classes.part} data-part={at % 6} width={10} height={10} rx={2} />
            </svg>
            {columnName(column.label)}
          </li>
        ))}
      </ul>
      {chart.rows_are === 'PERIOD' ? <Standing chart={chart} label={label} /> : <Lying chart={chart} label={label} />}
    </>
  )
}

/** Where each part of a line begins, and how large it is. */
function partsOf(line: Chart['lines'][number]) {
  let start = 0
  return line.values.map((value) => {
    const size = numeric(value) ?? 0
    start += size
    return { value, start: start - size, size }
  })
}

const sum = (line: Chart['lines'][number]) => line.values.reduce((all, value) => all + (numeric(value) ?? 0), 0)

function Lying({ chart, label }: { chart: Chart; label: string }) {
  const { ref, width } = useWidth()
  const names = Math.min(190, Math.round(width * 0.34))
  const room = width - names
  const most = largest(chart.lines.map(sum))
  return (
    <div ref={ref} className={classes.holder}>
      <svg className={classes.svg} width={width} height={chart.lines.length * ROW} role="img" aria-label={label}>
        {chart.lines.map((line, row) => (
          <g key={line.key}>
            <text x={0} y={row * ROW + 17}>
              {rowName(chart, line.label)}
            </text>
            {partsOf(line).map((part, at) => (
              <rect
                key={chart.columns[at]?.key}
                className={classes.part}
                data-part={at % 6}
                x={names + (room * part.start) / most}
                y={row * ROW + 6}
                width={Math.max(0, (room * part.size) / most - 1)}
                height={14}
                rx={2}
              >
                <title>{`${rowName(chart, line.label)}, ${columnName(chart.columns[at]?.label ?? '')}: ${shown(part.value, chart.unit)}`}</title>
              </rect>
            ))}
          </g>
        ))}
      </svg>
    </div>
  )
}

function Standing({ chart, label }: { chart: Chart; label: string }) {
  const { ref, width } = useWidth()
  const most = largest(chart.lines.map(sum))
  const [left, bottom] = [40, 22]
  const step = (width - left) / Math.max(1, chart.lines.length)
  const y = (value: number) => HEIGHT - bottom - (value * (HEIGHT - bottom - 8)) / most
  const [first, last] = [chart.lines[0], chart.lines.at(-1)]
  return (
    <div ref={ref} className={classes.holder}>
      <svg className={classes.svg} width={width} height={HEIGHT} role="img" aria-label={label}>
        {[0, 1].map((part) => (
          <g key={part}>
            <line className={classes.grid} x1={left} x2={width} y1={y(most * part)} y2={y(most * part)} />
            <text className={classes.quiet} x={left - 8} y={y(most * part) + 4} textAnchor="end">
              {Math.round(most * part)}
            </text>
          </g>
        ))}
        {chart.lines.map((line, row) =>
          partsOf(line).map((part, at) => (
            <rect
              key={`${line.key}.${chart.columns[at]?.key}`}
              className={classes.part}
              data-part={at % 6}
              x={left + row * step + 1}
              y={y(part.start + part.size)}
              width={Math.max(1, step - 2)}
              height={Math.max(0, y(part.start) - y(part.start + part.size))}
            >
              <title>{`${rowName(chart, line.label)}, ${columnName(chart.columns[at]?.label ?? '')}: ${shown(part.value, chart.unit)}`}</title>
            </rect>
          )),
        )}
        {first && (
          <text className={classes.quiet} x={left} y={HEIGHT - 4}>
            {rowName(chart, first.label)}
          </text>
        )}
        {last && (
          <text className={classes.quiet} x={width} y={HEIGHT - 4} textAnchor="end">
            {rowName(chart, last.label)}
          </text>
        )}
      </svg>
    </div>
  )
}
