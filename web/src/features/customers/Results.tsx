import { Button } from '@mantine/core'
import type { InfiniteData, UseInfiniteQueryResult } from '@tanstack/react-query'
import { IconInfoCircle, IconUserSearch } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

import type { SearchPage } from '~/api/models'
import { count as format } from '~/lib/format'
import { flatten } from '~/lib/keyset'
import { Endless } from '~/ui/Listing'
import { Problem, State } from '~/ui/states'
import { HitRow } from './HitRow'
import { HitSkeleton } from './HitSkeleton'
import type { SearchFilters } from './public/search'
import classes from './Results.module.css'

interface Props {
  search: UseInfiniteQueryResult<InfiniteData<SearchPage>>
  filters: SearchFilters
  peeked: string | undefined
  onClearFilters: () => void
  /** What else the words name: before those who are only like them. */
  found?: ReactNode
}

/** Few enough left that the user should know before the limit stops the work. */
const RATE_WARNING = 3

export function Results({ search, filters, peeked, onClearFilters, found }: Props) {
  const { t } = useTranslation()
  if (search.isPending) {
    return (
      <div aria-busy="true">
        <p className={classes.meta} role="status">
          {t('common.loading')}
        </p>
        <HitSkeleton rows={6} />
      </div>
    )
  }

  const filtered = Object.values(filters).some(Boolean)
  const clear = filtered && (
    <Button variant="default" onClick={onClearFilters}>
      {t('common.clear')}
    </Button>
  )
  if (search.isError && !search.data) return <Problem error={search.error} onRetry={() => void search.refetch()} remedy={clear} />

  const hits = flatten(search.data)
  const near = hits.filter((hit) => !hit.wider)
  const wider = hits.filter((hit) => hit.wider)
  const first = search.data?.pages[0]
  const last = search.data?.pages.at(-1)
  if (!first || !last) return null
  const words = first.count_capped ? t('customers.foundCapped', { text: format(first.count) }) : t('customers.found', { count: first.count })
  return (
    <>
      <div className={classes.meta}>
        <span role="status">{words}</span>
        {last.rate.remaining <= RATE_WARNING && (
          <span className="num">{t('customers.remaining', { remaining: last.rate.remaining, limit: last.rate.limit })}</span>
        )}
      </div>
      <Endless
        list={search}
        bones={<HitSkeleton rows={3} />}
        empty={
          hits.length === 0 && (
            <>
              {found}
              <State icon={<IconUserSearch />} title={t('customers.emptyTitle')} action={clear}>
                <p>{t('customers.emptyTried')}</p>
                <p>{filtered ? t('customers.emptyFilters') : t('customers.emptyAdd')}</p>
              </State>
            </>
          )
        }
      >
        <ol className={classes.list} aria-label={t('customers.results')}>
          {near.map((hit) => (
            <HitRow key={hit.customer_id} hit={hit} peeked={hit.customer_id === peeked} />
          ))}
        </ol>
        {found}
        {wider.length > 0 && (
          <section aria-labelledby="wider-matches">
            <h2 id="wider-matches" className={classes.wider}>
              {t('customers.wider')}
            </h2>
            <ol className={classes.list} aria-labelledby="wider-matches">
              {wider.map((hit) => (
                <HitRow key={hit.customer_id} hit={hit} peeked={hit.customer_id === peeked} />
              ))}
            </ol>
          </section>
        )}
        {first.narrow_hint && (
          <p className={classes.narrow}>
            <IconInfoCircle size={15} aria-hidden />
            {t('customers.narrow')}
          </p>
        )}
      </Endless>
    </>
  )
}
