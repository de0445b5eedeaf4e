import { ActionIcon, Tooltip } from '@mantine/core'
import { IconPhotoDown } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'

import { toastProblem } from '~/ui/toast'
import { Definition } from '../Definition'
import classes from '../insight.module.css'
import type { Chart } from '../query'
import { columnName, rowName, shown } from '../values'
import { BarChart } from './BarChart'
import { HeatChart } from './HeatChart'
import { LineChart } from './LineChart'
import { savePicture } from './png'
import { StackedChart } from './StackedChart'

/** A chart with its definition, the same as a table, and as a picture to take along. */
export function ChartFigure({ chart }: { chart: Chart }) {
  const { t } = useTranslation()
  const holder = useRef<HTMLElement>(null)
  const label = t('insight.chartLabel', { title: chart.title })
  const empty = chart.lines.every((line) => line.values.every((value) => value.value === null && !value.is_suppressed))
  // Nothing to draw: every group is small, or counts nothing.
  const few = !empty && chart.lines.some((line) => line.values.some((value) => value.is_suppressed)) && chart.lines.every((line) => line.values.every((value) => !Number(value.value)))
  const picture = () => {
    const svg = holder.current?.querySelector<SVGSVGElement>('svg[role="img"]')
    if (svg) savePicture(svg, chart.title, chart.code).catch(toastProblem)
  }
  return (
    <figure ref={holder} className={classes.figure} data-chart={chart.code}>
      <figcaption>
        <h2>{chart.title}</h2>
        <Definition title={chart.title} text={chart.definition} />
        {chart.rows && <RowsLink rows={chart.rows} label={t('insight.rowsOf', { title: chart.title })} text={t('insight.rows')} />}
        {!empty && !few && (
          <Tooltip label={t('insight.picture')}>
            <ActionIcon aria-label={t('insight.pictureOf', { title: chart.title })} onClick={picture}>
              <IconPhotoDown size={16} />
            </ActionIcon>
          </Tooltip>
        )}
      </figcaption>
      {empty ? (
        <p className="muted">{t('insight.noFigures')}</p>
      ) : (
        <>
          {few ? <p className="muted">{t('insight.allFew')}</p> : <Drawing chart={chart} label={label} />}
          <details className={classes.details}>
            <summary>{t('insight.asTable')}</summary>
            <ChartTable chart={chart} />
          </details>
        </>
      )}
    </figure>
  )
}

function Drawing({ chart, label }: { chart: Chart; label: string }) {
  switch (chart.kind) {
    case 'LINE':
      return <LineChart chart={chart} label={label} />
    case 'STACKED':
      return <StackedChart chart={chart} label={label} />
    case 'HEAT':
      return <HeatChart chart={chart} label={label} />
    default:
      return <BarChart chart={chart} label={label} funnel={chart.kind === 'FUNNEL'} />
  }
}

function RowsLink({ rows, label, text }: { rows: NonNullable<Chart['rows']>; label: string; text: string }) {
  return (
    <Link className={classes.rows} to={rows.to as never} search={rows.search as never} aria-label={label}>
      {text}
    </Link>
  )
}

function ChartTable({ chart }: { chart: Chart }) {
  const { t } = useTranslation()
  return (
    <div className={classes.scroll} tabIndex={0} role="group" aria-label={chart.title}>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">{t(`insight.cuts.${chart.rows_are}`)}</th>
            {chart.columns.map((column) => (
              <th key={column.key} scope="col">
                {columnName(column.label)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {chart.lines.map((line) => (
            <tr key={`${line.key}.${line.label}`}>
              <th scope="row">
                {line.rows ? (
                  <RowsLink rows={line.rows} label={t('insight.rowsOf', { title: rowName(chart, line.label) })} text={rowName(chart, line.label)} />
                ) : (
                  rowName(chart, line.label)
                )}
              </th>
              {line.values.map((value, at) => (
                <td key={chart.columns[at]?.key} className="num">
                  {shown(value, chart.unit)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
