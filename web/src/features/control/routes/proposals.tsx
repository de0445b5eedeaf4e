import { getRouteApi, useNavigate } from '@tanstack/react-router'

import { Proposals } from '../pages/Proposals'

const route = getRouteApi('/app/proposals')

export default function ProposalsRoute() {
  const filters = route.useSearch()
  const navigate = useNavigate()
  return <Proposals filters={filters} onFilters={(search) => void navigate({ to: '/proposals', search, resetScroll: false })} />
}
