import { getRouteApi, useNavigate } from '@tanstack/react-router'

import { Suspicion } from '../pages/Suspicion'

const route = getRouteApi('/app/suspicion')

export default function SuspicionRoute() {
  const filters = route.useSearch()
  const navigate = useNavigate()
  return <Suspicion filters={filters} onFilters={(search) => void navigate({ to: '/suspicion', search, resetScroll: false })} />
}
