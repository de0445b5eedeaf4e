import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'

import { count, money, moneyShort } from '~/lib/format'
import type { Forecast } from '../model'
import { monthName } from '../months'
import classes from './forecast.module.css'

type Month = Forecast['months'][number]
const SERIES = ['value', 'weighted', 'won'] as const

/** Three bars a month, and beneath them the same in figures, each of which leads to its opportunities. */
export function MonthBars({ months }: { months: readonly Month[] }) {
  const { t } = useTranslation()
  const most = Math.max(
    1,
    ...months.flatMap((each) => SERIES.map((series) => Number(each[series]))),
  )
  return (
    <figure className={classes.figure}>
      <ul className={classes.legend}>
        {SERIES.map((series) => (
          <li key={series} data-series={series}>
            {t(`sales.series.${series}`)}
          </li>
        ))}
      </ul>
      <div className={classes.chart} aria-hidden>
        <span className={classes.scale}>{moneyShort(most)}</span>
        {months.map((each) => (
          <div key={each.month} className={classes.month}>
            <div className={classes.bars}>
              {SERIES.map((series) => (
                <span
                  key={series}
                  data-series={series}
                  title={`${t(`sales.series.${series}`)}: ${money(each[series])}`}
                  style={{ height: `${(100 * Number(each[series])) / most}%` }}
                />
              ))}
            </div>
            <span className={classes.name}>{monthName(each.month)}</span>
          </div>
        ))}
      </div>
      <div className={classes.scroll} tabIndex={0} role="group" aria-label={t('sales.byMonth')}>
        <table className={classes.table}>
          <thead>
            <tr>
              <th scope="col">{t('sales.month')}</th>
              <th scope="col">{t('sales.count')}</th>
              {SERIES.map((series) => (
                <th key={series} scope="col">
                  {t(`sales.series.${series}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {months.map((each) => (
              <tr key={each.month} data-month={each.month}>
                <th scope="row">
                  <Link
                    to="/opportunities"
                    search={{ view: 'list', month: each.month }}
                    className={classes.link}
                  >
                    {monthName(each.month)}
                  </Link>
                </th>
                <td className="num">{count(each.count)}</td>
                {SERIES.map((series) => (
                  <td key={series} className="num" data-series={series}>
                    {money(each[series])}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </figure>
  )
}
