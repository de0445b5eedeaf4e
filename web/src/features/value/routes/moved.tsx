import { getRouteApi, useNavigate } from '@tanstack/react-router'

import { Moved } from '../pages/Moved'

const route = getRouteApi('/app/value/moves')

export default function MovedRoute() {
  const filters = route.useSearch()
  const navigate = useNavigate()
  return <Moved filters={filters} onFilters={(search) => void navigate({ to: '/value/moves', resetScroll: false, replace: true, search })} />
}
