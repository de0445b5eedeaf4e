import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { useCallback } from 'react'

import { Audit } from '~/features/oversight/pages/Audit'

const route = getRouteApi('/app/audit')

export default function AuditRoute() {
  const { record, ...filters } = route.useSearch()
  const navigate = useNavigate()
  const showRecord = useCallback(
    (auditId: string | undefined) =>
      void navigate({ to: '/audit', search: (before) => ({ ...before, record: auditId }), resetScroll: false, replace: true }),
    [navigate],
  )
  return (
    <Audit
      filters={filters}
      record={record}
      onFilters={(next) => void navigate({ to: '/audit', search: next, resetScroll: false })}
      onRecord={showRecord}
    />
  )
}
