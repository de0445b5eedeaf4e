import { getRouteApi } from '@tanstack/react-router'

import { RunPage } from '../pages/RunPage'

const route = getRouteApi('/app/followup/runs/$runId')

export default function RunRoute() {
  const { runId } = route.useParams()
  return <RunPage key={runId} runId={runId} />
}
