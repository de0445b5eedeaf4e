import { useQuery, useQueryClient } from '@tanstack/react-query'
import { IconHistory } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

import { Problem } from '~/ui/states'
import { HitRow } from './HitRow'
import { HitSkeleton } from './HitSkeleton'
import { recentQuery } from './public/search'
import { recentSearches } from './recentSearches'
import classes from './Landing.module.css'

interface Props {
  peeked: string | undefined
  onSearch: (q: string) => void
  /** What the reader has in hand, above the customers. */
  work?: ReactNode
}

/** Before anything is typed: what this user looked for and whom they opened. */
export function Landing({ peeked, onSearch, work }: Props) {
  const { t } = useTranslation()
  const client = useQueryClient()
  const recent = useQuery(recentQuery)
  const searches = recentSearches(client)
  return (
    <>
      <p className={classes.hint}>{t('customers.hint')}</p>
      {searches.length > 0 && (
        <section aria-labelledby="recent-searches">
          <h2 id="recent-searches" className={classes.title}>
            {t('customers.recentSearches')}
          </h2>
          <ul className={classes.searches}>
            {searches.map((q) => (
              <li key={q}>
                <button type="button" className={classes.search} onClick={() => onSearch(q)}>
                  <IconHistory size={14} aria-hidden />
                  {q}
                </button>
              </li>
            ))}
          </ul>
        </section>
      )}
      {work}
      <section aria-labelledby="recent-customers">
        <h2 id="recent-customers" className={classes.title}>
          {t('customers.recent')}
        </h2>
        {recent.isPending && <HitSkeleton rows={5} />}
        {recent.isError && <Problem error={recent.error} onRetry={() => void recent.refetch()} />}
        {recent.data && (
          <ul className={classes.list}>
            {recent.data.items.map((hit) => (
              <HitRow key={hit.customer_id} hit={hit} peeked={hit.customer_id === peeked} />
            ))}
          </ul>
        )}
        {recent.data?.items.length === 0 && <p className={classes.none}>{t('customers.recentEmpty')}</p>}
      </section>
    </>
  )
}
