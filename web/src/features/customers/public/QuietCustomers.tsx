import '../texts/id/customers'

import { queryOptions, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'

import { api } from '~/api/client'
import { unwrap } from '~/api/problem'
import { relative } from '~/lib/format'
import { Bone } from '~/ui/Bone'
import { Problem } from '~/ui/states'
import classes from './QuietCustomers.module.css'

const SHOWN = 8

const quietQuery = queryOptions({
  queryKey: ['portfolio', 'mine'],
  queryFn: ({ signal }) => unwrap(api.GET('/api/v1/portfolio/mine', { params: { query: { limit: SHOWN } }, signal })),
})

/** The customers I serve, who waited longest for a contact first. */
export function QuietCustomers() {
  const { t } = useTranslation()
  const quiet = useQuery(quietQuery)
  const now = new Date()
  return (
    <section aria-labelledby="quiet-customers" className={classes.section}>
      <h2 id="quiet-customers" className={classes.title}>
        {t('customers.quiet.title')}
      </h2>
      {quiet.isError ? (
        <Problem error={quiet.error} onRetry={() => void quiet.refetch()} />
      ) : quiet.isPending ? (
        <Bone height={132} />
      ) : quiet.data.items.length === 0 ? (
        <p className="muted">{t('customers.quiet.none')}</p>
      ) : (
        <ul className={classes.list}>
          {quiet.data.items.map((row) => (
            <li key={row.customer_id}>
              <Link to="/customers/$customerId" params={{ customerId: row.customer_id }} className={classes.row}>
                <span className={classes.what}>
                  {row.name} <span className="num muted">{row.cif_masked}</span>
                </span>
                <span className="muted">{row.last_contact_at ? t('customers.quiet.last', { when: relative(row.last_contact_at, now) }) : t('customers.quiet.never')}</span>
              </Link>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
