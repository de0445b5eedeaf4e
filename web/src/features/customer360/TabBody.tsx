import { useMediaQuery } from '@mantine/hooks'
import { lazy, Suspense } from 'react'
import { useTranslation } from 'react-i18next'

import type { Customer360 } from '~/api/models'
import { ChangeRequestList } from '~/features/customers/public/ChangeRequestList'
import { Documents } from '~/features/documents/public/Documents'
import type { TimelineFilters } from '~/features/timeline/public/query'
import { Timeline } from '~/features/timeline/public/Timeline'
import { NotHere } from '~/ui/states'
import { RelationshipGraph } from './RelationshipGraph'
import { RelationshipList } from './RelationshipList'
import classes from './TabBody.module.css'

const CustomerCases = lazy(() => import('~/features/cases/public/CustomerCases').then((module) => ({ default: module.CustomerCases })))

interface Props {
  tab: string
  data: Customer360
  filters: TimelineFilters
  onFilters: (filters: TimelineFilters) => void
}

export function TabBody({ tab, data, filters, onFilters }: Props) {
  const { t } = useTranslation()
  const { customer } = data
  const small = useMediaQuery('(max-width: 599px)', window.innerWidth < 600, { getInitialValueInEffect: false })
  if (tab === 'timeline') return <Timeline customerId={customer.customer_id} kinds={data.timeline_kinds} filters={filters} onFilters={onFilters} />
  if (tab === 'cases') {
    return (
      <Suspense>
        <CustomerCases customerId={customer.customer_id} />
      </Suspense>
    )
  }
  if (tab === 'documents') return <Documents key={customer.customer_id} subjectType="CUSTOMER" subjectId={customer.customer_id} />
  if (tab === 'changes') return <ChangeRequestList customerId={customer.customer_id} emptyText={t('customers.requestsEmptyRecord')} />
  if (tab === 'relationships') {
    return (
      <>
        {data.relationships.length > 0 && (
          <div className={classes.graph}>
            <RelationshipGraph name={customer.full_name} initials={customer.initials} relationships={data.relationships} width={small ? 340 : 520} height={small ? 190 : 210} limit={small ? 6 : 10} />
          </div>
        )}
        <RelationshipList relationships={data.relationships} />
      </>
    )
  }
  return <NotHere />
}
