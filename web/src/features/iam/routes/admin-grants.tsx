import { getRouteApi, useNavigate } from '@tanstack/react-router'

import { GrantsAdmin } from '../pages/GrantsAdmin'

const route = getRouteApi('/app/administration/grants')

export default function GrantsRoute() {
  const filters = route.useSearch()
  const navigate = useNavigate()
  return <GrantsAdmin filters={filters} onFilters={(search) => void navigate({ to: '/administration/grants', search, resetScroll: false })} />
}
