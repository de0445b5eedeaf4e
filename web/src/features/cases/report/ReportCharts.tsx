import { useTranslation } from 'react-i18next'

import { count, decimal } from '~/lib/format'
import { Bars } from '~/ui/Bars'
import { Sparkline } from '~/ui/Sparkline'
import type { ComplaintReport } from './query'
import classes from './charts.module.css'

const TILES = ['received', 'solved_in_time', 'solved_late', 'in_process', 'average_days'] as const
const LONGEST = 6

/** The report at a glance: its figures with the quarters before them, and where complaints come from. */
export function ReportCharts({ report, before }: { report: ComplaintReport; before: readonly ComplaintReport[] }) {
  const { t } = useTranslation()
  const series = [...before, report]
  const branches = [...report.by_branch].sort((one, other) => other.received - one.received).slice(0, LONGEST)
  const products = [...report.rows].sort((one, other) => other.received - one.received).slice(0, LONGEST)
  return (
    <>
      <dl className={classes.tiles}>
        {TILES.map((tile) => {
          const value = report.total[tile]
          return (
            <div key={tile} className={classes.tile}>
              <dt>{t(`complaintReport.figures.${tile}`)}</dt>
              <dd>
                <span className="num">{value === null ? '–' : tile === 'average_days' ? decimal(value) : count(value)}</span>
                <Sparkline values={series.map((each) => each.total[tile] ?? 0)} />
              </dd>
            </div>
          )
        })}
      </dl>
      <div className={classes.charts}>
        <figure>
          <figcaption>{t('complaintReport.receivedByBranch')}</figcaption>
          <Bars label={t('complaintReport.receivedByBranch')} bars={branches.map((row) => ({ key: row.branch.code, name: row.branch.name, parts: [{ tone: 'accent', value: row.received }] }))} />
        </figure>
        <figure>
          <figcaption>{t('complaintReport.receivedByIssue')}</figcaption>
          <Bars
            label={t('complaintReport.receivedByIssue')}
            bars={products.map((row) => ({ key: `${row.product}.${row.issue.code}`, name: row.product ? `${row.issue.name} · ${row.product}` : row.issue.name, parts: [{ tone: 'accent', value: row.received }] }))}
          />
        </figure>
      </div>
    </>
  )
}
