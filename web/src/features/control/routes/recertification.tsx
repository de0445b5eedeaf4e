import { getRouteApi, useNavigate } from '@tanstack/react-router'

import { Recertification } from '../pages/Recertification'

const route = getRouteApi('/app/recertification')

export default function RecertificationRoute() {
  const filters = route.useSearch()
  const navigate = useNavigate()
  return <Recertification filters={filters} onFilters={(search) => void navigate({ to: '/recertification', search, resetScroll: false })} />
}
