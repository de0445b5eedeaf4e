import '../texts/id/cases'
import '../texts/id/complaintReport'

import { useQueries } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'

import { Bone } from '~/ui/Bone'
import { Problem } from '~/ui/states'
import { ReportCharts } from '../report/ReportCharts'
import { lastQuarters, quarterOf, reportQuery } from '../report/query'
import classes from './MyCases.module.css'

const SHOWN = 4

/** How complaints stand in this quarter, beside the quarters before: numbers only, nobody's name. */
export function ComplaintFigures() {
  const { t } = useTranslation()
  const quarters = lastQuarters(quarterOf(new Date()), SHOWN)
  const found = useQueries({ queries: quarters.map(({ year, quarter }) => reportQuery(year, quarter, undefined)) })
  const failed = found.find((each) => each.isError)
  const now = found.at(-1)?.data
  return (
    <section aria-labelledby="complaint-figures" className={classes.section}>
      <h2 id="complaint-figures" className={classes.title} data-flush>
        {t('complaintReport.title')}
        <Link to="/cases/report">{t('complaintReport.open')}</Link>
      </h2>
      {failed ? (
        <Problem error={failed.error} onRetry={() => found.forEach((each) => void each.refetch())} />
      ) : now ? (
        <ReportCharts report={now} before={found.slice(0, -1).flatMap((each) => (each.data ? [each.data] : []))} />
      ) : (
        <Bone height={160} />
      )}
    </section>
  )
}
