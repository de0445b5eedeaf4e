import { getRouteApi, useNavigate } from '@tanstack/react-router'

import { Runs } from '../pages/Runs'

const route = getRouteApi('/app/followup/runs')

export default function RunsRoute() {
  const { start } = route.useSearch()
  const navigate = useNavigate()
  return (
    <Runs
      asksStart={start === 'yes'}
      onAsked={() =>
        void navigate({ to: '/followup/runs', search: {}, resetScroll: false, replace: true })
      }
    />
  )
}
