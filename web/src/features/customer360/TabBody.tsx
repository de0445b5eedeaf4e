import { lazy, Suspense } from 'react'
import { useTranslation } from 'react-i18next'

import type { Customer360 } from '~/api/models'
import { ChangeRequestList } from '~/features/customers/public/ChangeRequestList'
import { Documents } from '~/features/documents/public/Documents'
import type { TimelineFilters } from '~/features/timeline/public/query'
import { Timeline } from '~/features/timeline/public/Timeline'
import { NotHere } from '~/ui/states'
import { Relationships } from './Relationships'

const CustomerCases = lazy(() => import('~/features/cases/public/CustomerCases').then((module) => ({ default: module.CustomerCases })))

interface Props {
  tab: string
  data: Customer360
  filters: TimelineFilters
  onFilters: (filters: TimelineFilters) => void
  onChanged: () => void
}

export function TabBody({ tab, data, filters, onFilters, onChanged }: Props) {
  const { t } = useTranslation()
  const { customer } = data
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
  if (tab === 'relationships') return <Relationships data={data} onChanged={onChanged} />
  return <NotHere />
}
