import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { useCallback } from 'react'

import { Audit } from '../pages/Audit'

const route = getRouteApi('/app/audit')

export default function AuditRoute() {
  const { record, saved, ...filters } = route.useSearch()
  const navigate = useNavigate({ from: '/audit' })
  const showRecord = useCallback(
    (auditId: string | undefined) =>
      void navigate({ to: '/audit', search: (before) => ({ ...before, record: auditId }), resetScroll: false, replace: true }),
    [navigate],
  )
  return (
    <Audit
      filters={filters}
      saved={saved}
      record={record}
      onFilters={(next, kept) => void navigate({ to: '/audit', search: { ...next, saved: Object.values(next).some(Boolean) ? kept : undefined }, resetScroll: false })}
      onRecord={showRecord}
    />
  )
}
