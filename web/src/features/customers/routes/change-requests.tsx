import { getRouteApi, useNavigate } from '@tanstack/react-router'

import { ChangeRequests } from '../pages/ChangeRequests'

const route = getRouteApi('/app/change-requests')

export default function ChangeRequestsRoute() {
  const { status } = route.useSearch()
  const navigate = useNavigate()
  return <ChangeRequests status={status} onStatus={(next) => void navigate({ to: '/change-requests', search: { status: next } })} />
}
