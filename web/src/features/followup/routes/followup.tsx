import { getRouteApi, useNavigate } from '@tanstack/react-router'

import { Followup } from '../pages/Followup'

const route = getRouteApi('/app/followup')

export default function FollowupRoute() {
  const filters = route.useSearch()
  const navigate = useNavigate()
  return (
    <Followup
      filters={filters}
      onFilters={(search) =>
        void navigate({ to: '/followup', search, resetScroll: false, replace: true })
      }
    />
  )
}
