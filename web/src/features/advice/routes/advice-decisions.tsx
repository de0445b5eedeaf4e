import { getRouteApi, useNavigate } from '@tanstack/react-router'

import { Decisions } from '../pages/Decisions'

const route = getRouteApi('/app/advice/decisions')

export default function DecisionsRoute() {
  const filters = route.useSearch()
  const navigate = useNavigate()
  return <Decisions filters={filters} onFilters={(search) => void navigate({ to: '/advice/decisions', resetScroll: false, replace: true, search })} />
}
