import { getRouteApi } from '@tanstack/react-router'

import { Moves } from '../pages/Moves'

const route = getRouteApi('/app/followup/moves/$runId')

export default function MovesRoute() {
  const { runId } = route.useParams()
  return <Moves key={runId} runId={runId} />
}
