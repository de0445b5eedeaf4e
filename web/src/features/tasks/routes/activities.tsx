// scaffold: leave out (the whole file)
import { getRouteApi, useNavigate } from '@tanstack/react-router'

import { Activities } from '../pages/Activities'

const route = getRouteApi('/app/activities')

export default function ActivitiesRoute() {
  const filters = route.useSearch()
  const navigate = useNavigate()
  return <Activities filters={filters} onFilters={(search) => void navigate({ to: '/activities', resetScroll: false, replace: true, search })} />
}
