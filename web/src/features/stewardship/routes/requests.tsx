import { getRouteApi, useNavigate } from '@tanstack/react-router'

import { RightsRequests } from '../pages/RightsRequests'

const route = getRouteApi('/app/rights-requests')

export default function RightsRequestsRoute() {
  const { new: asked, ...filters } = route.useSearch()
  const navigate = useNavigate()
  const stay = { to: '/rights-requests', resetScroll: false, replace: true } as const
  return (
    <RightsRequests
      filters={filters}
      asksNew={asked === 'yes'}
      onFilters={(search) => void navigate({ ...stay, search })}
      onOpen={(requestId) => void navigate({ to: '/rights-requests/$requestId', params: { requestId } })}
      onAsked={() => void navigate({ ...stay, search: filters })}
    />
  )
}
