import { getRouteApi } from '@tanstack/react-router'

import { AccessRequest } from '../pages/AccessRequest'

const route = getRouteApi('/app/break-glass/$requestId')

export default function BreakGlassRequestRoute() {
  return <AccessRequest requestId={route.useParams().requestId} />
}
