import classes from './Charts.module.css'

/** A series as one line, its last value marked; the number beside it says it in words, so it is no picture to be read out. */
export function Sparkline({ values }: { values: readonly number[] }) {
  if (values.length < 2) return null
  const [width, height, edge] = [96, 28, 3]
  const most = Math.max(...values, 1)
  const x = (at: number) => edge + (at * (width - 2 * edge)) / (values.length - 1)
  const y = (value: number) => height - edge - (value * (height - 2 * edge)) / most
  const last = values.length - 1
  return (
    <svg className={classes.spark} width={width} height={height} viewBox={`0 0 ${width} ${height}`} aria-hidden>
      <polyline points={values.map((value, at) => `${x(at)},${y(value)}`).join(' ')} />
      <circle cx={x(last)} cy={y(values[last] ?? 0)} r={2.5} />
    </svg>
  )
}
