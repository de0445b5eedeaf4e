import '../texts/id/cases'

import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'

import { flatten } from '~/lib/keyset'
import { CaseStatusChip, CategoryName } from '../chips'
import { Due } from '../Due'
import { casesOptions } from '../query'
import classes from './MyCases.module.css'

const SHOWN = 5

/** The cases that I have in hand, the ones that are due first; nothing where there are none. */
export function MyCases() {
  const { t } = useTranslation()
  const rows = flatten(useInfiniteQuery(casesOptions({ assignee: 'me' })).data)
  if (rows.length === 0) return null
  return (
    <section aria-labelledby="my-cases" className={classes.section}>
      <h2 id="my-cases" className={classes.title}>
        {t('cases.views.mine')}
        {rows.length > SHOWN && (
          <Link to="/cases" search={{ view: 'mine' }}>
            {t('common.all')}
          </Link>
        )}
      </h2>
      <ul className={classes.list}>
        {rows.slice(0, SHOWN).map((row) => (
          <li key={row.id}>
            <Link to="/cases/$caseId" params={{ caseId: row.id }} className={classes.row}>
              <Due of={row} />
              <span className={classes.what}>
                <span className="num">{row.case_no}</span> <span className="muted">{row.customer?.name}</span>
              </span>
              <span className={classes.about}>
                <CategoryName category={row.category} />
              </span>
              <CaseStatusChip status={row.status} name={row.state_name} />
            </Link>
          </li>
        ))}
      </ul>
    </section>
  )
}
