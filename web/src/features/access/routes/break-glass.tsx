import { getRouteApi, useNavigate } from '@tanstack/react-router'

import { AccessRequests } from '../pages/AccessRequests'

const route = getRouteApi('/app/break-glass')

export default function BreakGlassRoute() {
  const filters = route.useSearch()
  const navigate = useNavigate()
  return <AccessRequests filters={filters} onFilters={(search) => void navigate({ to: '/break-glass', search, resetScroll: false })} />
}
