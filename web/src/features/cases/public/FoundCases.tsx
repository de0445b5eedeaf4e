import '../texts/id/cases'

import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'

import { hasStatus } from '~/api/problem'
import { Problem } from '~/ui/states'
import { CaseStatusChip, CategoryName } from '../chips'
import { Due } from '../Due'
import classes from './MyCases.module.css'
import { caseSearchQuery } from './search'

const SHOWN = 6

/** The cases that the words of the search name, by number or customer; nothing where there are none. */
export function FoundCases({ q }: { q: string }) {
  const { t } = useTranslation()
  const found = useQuery(caseSearchQuery(q, SHOWN))
  // What is no question is refused beside it already.
  if (found.isError && hasStatus(found.error, 422)) return null
  if (found.isError) return <Problem error={found.error} onRetry={() => void found.refetch()} />
  const rows = found.data?.items ?? []
  if (rows.length === 0) return null
  return (
    <section aria-labelledby="found-cases" className={classes.section} style={{ marginTop: 20 }}>
      <h2 id="found-cases" className={classes.title}>
        {t('cases.queueTitle')}
        {found.data?.next_cursor && (
          <Link to="/cases" search={{ view: 'queue' }} state={{ q }}>
            {t('cases.searchQueue')}
          </Link>
        )}
      </h2>
      <ul className={classes.list}>
        {rows.map((row) => (
          <li key={row.id}>
            <Link to="/cases/$caseId" params={{ caseId: row.id }} className={classes.row}>
              <Due of={row} />
              <span className={classes.what}>
                <span className="num">{row.case_no}</span> <span className="muted">{row.customer?.name}</span>
              </span>
              <span className={classes.about}>{row.hidden ? t('cases.hidden') : <CategoryName category={row.category} />}</span>
              <CaseStatusChip status={row.status} name={row.state_name} />
            </Link>
          </li>
        ))}
      </ul>
    </section>
  )
}
