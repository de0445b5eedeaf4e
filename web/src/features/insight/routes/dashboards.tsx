import { getRouteApi } from '@tanstack/react-router'

import { Dashboard } from '../pages/Dashboard'
import { useOpenDashboard } from '../useOpenDashboard'

const route = getRouteApi('/app/dashboards')

export default function DashboardsRoute() {
  return <Dashboard chosen={undefined} filters={route.useSearch()} onChange={useOpenDashboard()} />
}
