import { getRouteApi, useNavigate } from '@tanstack/react-router'

import { AccessReport } from '../pages/AccessReport'

const route = getRouteApi('/app/access-report')

export default function AccessReportRoute() {
  const filters = route.useSearch()
  const navigate = useNavigate()
  return <AccessReport filters={filters} onFilters={(next) => void navigate({ to: '/access-report', search: next, resetScroll: false })} />
}
