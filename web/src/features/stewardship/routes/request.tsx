import { getRouteApi } from '@tanstack/react-router'

import { RightsRequest } from '../pages/RightsRequest'

const route = getRouteApi('/app/rights-requests/$requestId')

export default function RightsRequestRoute() {
  const { requestId } = route.useParams()
  return <RightsRequest key={requestId} requestId={requestId} />
}
