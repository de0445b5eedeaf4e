import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

import { count, month } from '~/lib/format'
import { figuresQuery } from './query'
import classes from './access.module.css'

/** How often emergency access is used: this month in figures, a year in bars. */
export function Figures() {
  const { t } = useTranslation()
  const months = useQuery(figuresQuery).data?.months
  const last = months?.at(-1)
  if (!months || !last) return null
  const most = Math.max(1, ...months.map((each) => each.opened))
  const figure = (label: string, value: ReactNode, beside?: string) => (
    <div className={classes.figure}>
      <dt>{label}</dt>
      <dd className="num">
        {value} {beside && <small>{beside}</small>}
      </dd>
    </div>
  )
  return (
    <div className={classes.figures}>
      <dl style={{ display: 'contents' }}>
        {figure(t('access.thisMonth'), count(last.opened), t('access.ofRequested', { count: last.requested }))}
        {figure(t('access.refusedMonth'), count(last.rejected))}
        {figure(t('access.aloneMonth'), count(last.self_approved))}
        {figure(t('access.concernMonth'), count(last.concerns))}
      </dl>
      <figure className={classes.chart}>
        <div
          className={classes.bars}
          role="img"
          aria-label={`${t('access.figuresText')}: ${months.map((each) => `${month(each.month)} ${each.opened}`).join(', ')}`}
        >
          {months.map((each) => (
            <span
              key={each.month}
              className={classes.bar}
              data-none={each.opened === 0 || undefined}
              style={{ height: `${(each.opened / most) * 100}%` }}
              title={`${month(each.month)} ${each.month.slice(0, 4)}: ${count(each.opened)}`}
            />
          ))}
        </div>
        <figcaption>{t('access.figures')}</figcaption>
      </figure>
    </div>
  )
}
