import { getRouteApi } from '@tanstack/react-router'

import { Dashboard } from '../pages/Dashboard'
import { useOpenDashboard } from '../useOpenDashboard'

const route = getRouteApi('/app/dashboards/$key')

export default function DashboardRoute() {
  const { key } = route.useParams()
  return <Dashboard chosen={key} filters={route.useSearch()} onChange={useOpenDashboard()} />
}
