import '../texts/id/cases'

import { useInfiniteQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { IconLock, IconMessageReport, IconPlus } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'

import { useMe } from '~/features/iam/public/me'
import { flatten, useSentinel } from '~/lib/keyset'
import { may } from '~/lib/permissions'
import { useRowKeys } from '~/lib/rows'
import { Bone } from '~/ui/Bone'
import { ButtonLink } from '~/ui/ButtonLink'
import { Problem, State } from '~/ui/states'
import { Ago } from '~/ui/Time'
import { CaseStatusChip, CategoryName } from '../chips'
import { Due } from '../Due'
import { casesOptions } from '../query'
import classes from './CustomerCases.module.css'

/** All cases of a customer, whatever their state, the latest first. */
export function CustomerCases({ customerId }: { customerId: string }) {
  const { t } = useTranslation()
  const creates = may(useMe(), 'case', 'C')
  const navigate = useNavigate()
  const list = useInfiniteQuery(casesOptions({ customer_id: customerId }))
  const rows = flatten(list.data)
  const { ref } = useRowKeys<HTMLUListElement>({ onOpen: (caseId) => void navigate({ to: '/cases/$caseId', params: { caseId } }) })
  const more = useSentinel(() => void list.fetchNextPage(), list.hasNextPage && !list.isFetchingNextPage && !list.isError)
  const create = creates && (
    <ButtonLink to="/cases/new" search={{ customer: customerId }} variant="default" leftSection={<IconPlus size={15} aria-hidden />}>
      {t('cases.create')}
    </ButtonLink>
  )
  if (list.isError && !list.data) return <Problem error={list.error} onRetry={() => void list.refetch()} />
  if (list.isPending) {
    return (
      <div aria-busy="true" className={classes.list}>
        {[220, 260, 200].map((width) => (
          <div key={width} className={classes.row}>
            <Bone width={width} />
            <Bone width={90} height={20} />
          </div>
        ))}
      </div>
    )
  }
  if (rows.length === 0) {
    return (
      <State icon={<IconMessageReport />} title={t('cases.customerEmpty')} action={create}>
        <p>{t('cases.customerEmptyText')}</p>
      </State>
    )
  }
  return (
    <>
      <div className={classes.head}>{create}</div>
      <ul ref={ref} className={classes.list} aria-label={t('cases.queueTitle')}>
        {rows.map((row) => (
          <li key={row.id}>
            <Link to="/cases/$caseId" params={{ caseId: row.id }} className={classes.row} data-row={row.id}>
              <span className={classes.what}>
                <span className={`${classes.number} num`}>{row.case_no}</span>
                <span className={classes.about}>
                  {row.hidden ? (
                    <>
                      <IconLock size={13} aria-hidden /> {t('cases.hidden')}
                    </>
                  ) : (
                    <CategoryName category={row.category} />
                  )}
                </span>
              </span>
              <CaseStatusChip status={row.status} name={row.state_name} />
              <Due of={row} />
              <span className={classes.age}>
                <Ago at={row.created_at} short />
              </span>
            </Link>
          </li>
        ))}
      </ul>
      <div ref={more} />
    </>
  )
}
