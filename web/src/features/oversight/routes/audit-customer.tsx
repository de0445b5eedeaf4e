import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { useCallback } from 'react'

import { CustomerTrail } from '../pages/CustomerTrail'

const route = getRouteApi('/app/audit/customers/$customerId')

export default function CustomerTrailRoute() {
  const { customerId } = route.useParams()
  const { record, ...filters } = route.useSearch()
  const navigate = useNavigate()
  const showRecord = useCallback(
    (auditId: string | undefined) =>
      void navigate({ to: '/audit/customers/$customerId', params: { customerId }, search: (before) => ({ ...before, record: auditId }), resetScroll: false, replace: true }),
    [navigate, customerId],
  )
  return (
    <CustomerTrail
      key={customerId}
      customerId={customerId}
      filters={filters}
      record={record}
      onFilters={(next) => void navigate({ to: '/audit/customers/$customerId', params: { customerId }, search: next, resetScroll: false })}
      onRecord={showRecord}
      onTrail={(next) => void navigate({ to: '/audit', search: next })}
    />
  )
}
