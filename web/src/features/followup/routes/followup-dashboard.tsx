import { getRouteApi, useNavigate } from '@tanstack/react-router'

import { FollowupDashboard } from '../pages/FollowupDashboard'

const route = getRouteApi('/app/followup/dashboard')

export default function FollowupDashboardRoute() {
  const filters = route.useSearch()
  const navigate = useNavigate()
  return (
    <FollowupDashboard
      filters={filters}
      onFilters={(search) =>
        void navigate({ to: '/followup/dashboard', search, resetScroll: false, replace: true })
      }
    />
  )
}
