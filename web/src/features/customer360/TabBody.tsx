import { lazy, Suspense } from 'react'
import { useTranslation } from 'react-i18next'

import type { Customer360 } from '~/api/models'
import { ChangeRequestList } from '~/features/customers/public/ChangeRequestList'
import { ImportChangeList } from '~/features/customers/public/ImportChangeList'
import { Documents } from '~/features/documents/public/Documents'
import type { TimelineFilters } from '~/features/timeline/public/query'
import { Timeline } from '~/features/timeline/public/Timeline'
import { NotHere } from '~/ui/states'
import { Relationships } from './Relationships'
import { ServiceHistory } from './ServiceHistory'

const ConsentTab = lazy(() => import('~/features/consent/public/ConsentTab').then((module) => ({ default: module.ConsentTab })))
const RightsTab = lazy(() => import('~/features/stewardship/public/RightsTab').then((module) => ({ default: module.RightsTab })))
const MarketingTab = lazy(() => import('~/features/marketing/public/MarketingTab').then((module) => ({ default: module.MarketingTab })))
const MessagesTab = lazy(() => import('~/features/messaging/public/MessagesTab').then((module) => ({ default: module.MessagesTab })))
const SalesTab = lazy(() => import('~/features/sales/public/SalesTab').then((module) => ({ default: module.SalesTab })))
const CustomerCases = lazy(() => import('~/features/cases/public/CustomerCases').then((module) => ({ default: module.CustomerCases })))

interface Props {
  tab: string
  data: Customer360
  filters: TimelineFilters
  onFilters: (filters: TimelineFilters) => void
  onChanged: () => void
}

/** Some tabs are filtered by kinds; each takes from the address those that it knows. */
function known(filters: TimelineFilters, kinds: { kind: string }[]): TimelineFilters {
  const kind = filters.kind?.filter((each) => kinds.some((one) => one.kind === each))
  return { ...filters, kind: kind && kind.length > 0 ? kind : undefined }
}

export function TabBody({ tab, data, filters, onFilters, onChanged }: Props) {
  const { t } = useTranslation()
  const { customer } = data
  if (tab === 'timeline') return <Timeline customerId={customer.customer_id} kinds={data.timeline_kinds} filters={known(filters, data.timeline_kinds)} onFilters={onFilters} />
  if (tab === 'cases') {
    return (
      <Suspense>
        <CustomerCases customerId={customer.customer_id} />
      </Suspense>
    )
  }
  if (tab === 'consent') {
    return (
      <Suspense>
        <ConsentTab customerId={customer.customer_id} />
      </Suspense>
    )
  }
  if (tab === 'rights') {
    return (
      <Suspense>
        <RightsTab customerId={customer.customer_id} />
      </Suspense>
    )
  }
  if (tab === 'marketing') {
    return (
      <Suspense>
        <MarketingTab customerId={customer.customer_id} />
      </Suspense>
    )
  }
  if (tab === 'sales') {
    return (
      <Suspense>
        <SalesTab customerId={customer.customer_id} />
      </Suspense>
    )
  }
  if (tab === 'messages') {
    return (
      <Suspense>
        <MessagesTab customerId={customer.customer_id} kinds={filters.kind} onKinds={(kind) => onFilters({ ...filters, kind })} />
      </Suspense>
    )
  }
  if (tab === 'services') {
    return <ServiceHistory customerId={customer.customer_id} kinds={data.service_kinds} filters={known(filters, data.service_kinds)} onFilters={onFilters} />
  }
  if (tab === 'documents') return <Documents key={customer.customer_id} subjectType="CUSTOMER" subjectId={customer.customer_id} />
  if (tab === 'changes') {
    return (
      <>
        <ChangeRequestList customerId={customer.customer_id} emptyText={t('customers.requestsEmptyRecord')} />
        <ImportChangeList customerId={customer.customer_id} />
      </>
    )
  }
  if (tab === 'relationships') return <Relationships data={data} onChanged={onChanged} />
  return <NotHere />
}
