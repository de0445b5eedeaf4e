import { useTranslation } from 'react-i18next'

import { count, decimal, money } from '~/lib/format'
import type { Forecast } from '../model'
import classes from './forecast.module.css'

type Figures = Omit<Forecast['by_branch'][number], 'branch'>

interface Props {
  label: string
  rows: readonly (Figures & { key: string; name: string })[]
}

/** What is open and what was won and lost, a line each. */
export function RateTable({ label, rows }: Props) {
  const { t } = useTranslation()
  if (rows.length === 0) return <p className="muted">{t('sales.nothingClosed')}</p>
  return (
    <div className={classes.scroll} tabIndex={0} role="group" aria-label={label}>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">{t('sales.name')}</th>
            {(['open', 'value', 'weighted', 'won', 'lost', 'rate'] as const).map((column) => (
              <th key={column} scope="col">
                {t(`sales.rates.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.key}>
              <th scope="row">{row.name}</th>
              <td className="num">{count(row.open)}</td>
              <td className="num">{money(row.value)}</td>
              <td className="num">{money(row.weighted)}</td>
              <td className="num">{count(row.won)}</td>
              <td className="num">{count(row.lost)}</td>
              <td className="num">
                {row.win_rate === null ? (
                  <span className="muted">–</span>
                ) : (
                  <span className={classes.rate}>
                    <span className={classes.track} aria-hidden>
                      <span style={{ width: `${100 * row.win_rate}%` }} />
                    </span>
                    {decimal(100 * row.win_rate)} %
                  </span>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
