import { getRouteApi, useNavigate } from '@tanstack/react-router'

import { Operations } from '../pages/Operations'

const route = getRouteApi('/app/operations')

export default function OperationsRoute() {
  const filters = route.useSearch()
  const navigate = useNavigate()
  return <Operations filters={filters} onFilters={(search) => void navigate({ to: '/operations', search, resetScroll: false })} />
}
