import { useTranslation } from 'react-i18next'

import { count, month } from '~/lib/format'
import { type Block, flowLayout } from './layout'
import type { Migrations } from './model'
import { SEGMENTS } from './segments'
import classes from './rfm.module.css'

const [WIDTH, HEIGHT, SIDE, BLOCK, LINE] = [720, 300, 148, 10, 18]

/** Where the names of blocks stand: in their middle, but never over the one above. */
function named(blocks: readonly Block[]) {
  let last = -LINE
  return blocks.map((each) => {
    last = Math.max(each.top + each.height / 2, last + LINE)
    return { ...each, at: last }
  })
}

/** Customers as bands from the segment of one month to that of another; the table beside it says the same. */
export function FlowChart({ found }: { found: Migrations }) {
  const { t } = useTranslation()
  const name = new Map(
    found.moves.flatMap((each) => [
      [each.from_segment, each.from_name],
      [each.to_segment, each.to_name],
    ]),
  )
  const flows = found.moves.map((each) => ({
    from: each.from_segment,
    to: each.to_segment,
    size: each.customers ?? 0,
  }))
  const { left, right, bands } = flowLayout(flows, SEGMENTS, HEIGHT)
  const [names, others] = [named(left), named(right)]
  const height = Math.max(HEIGHT, ...[...names, ...others].map((each) => each.at + LINE / 2))
  const [start, end] = [SIDE + BLOCK, WIDTH - SIDE - BLOCK]
  const middle = (start + end) / 2
  return (
    <figure className={classes.flow} tabIndex={0} aria-label={t('rfm.migrations')}>
      <svg viewBox={`0 -22 ${WIDTH} ${height + 26}`} role="img" aria-label={t('rfm.flow')}>
        <text x={0} y={-8} className={classes.month}>
          {found.since && month(found.since)}
        </text>
        <text x={WIDTH} y={-8} textAnchor="end" className={classes.month}>
          {found.until && month(found.until)}
        </text>
        {bands.map((each) => (
          <path
            key={`${each.from} ${each.to}`}
            data-change={each.from !== each.to || undefined}
            className={classes.band}
            d={`M${start},${each.left} C${middle},${each.left} ${middle},${each.right} ${end},${each.right} v${each.height} C${middle},${each.right + each.height} ${middle},${each.left + each.height} ${start},${each.left + each.height} Z`}
          >
            <title>{`${name.get(each.from)} → ${name.get(each.to)}: ${count(each.size)}`}</title>
          </path>
        ))}
        {names.map((each) => (
          <g key={each.key}>
            <rect x={SIDE} y={each.top} width={BLOCK} height={each.height} className={classes.block} />
            <text x={0} y={each.at} className={classes.blockName}>
              {name.get(each.key)} · {count(each.size)}
            </text>
          </g>
        ))}
        {others.map((each) => (
          <g key={each.key}>
            <rect x={end} y={each.top} width={BLOCK} height={each.height} className={classes.block} />
            <text
              x={WIDTH}
              y={each.at}
              textAnchor="end"
              className={classes.blockName}
            >
              {name.get(each.key)} · {count(each.size)}
            </text>
          </g>
        ))}
      </svg>
    </figure>
  )
}
