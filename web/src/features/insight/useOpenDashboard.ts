import { useNavigate } from '@tanstack/react-router'

import type { DashboardFilters } from './query'

/** Goes to a dashboard with its filters in the address. */
export function useOpenDashboard() {
  const navigate = useNavigate()
  return (key: string | undefined, search: DashboardFilters) =>
    void (key === undefined
      ? navigate({ to: '/dashboards', search, replace: true, resetScroll: false })
      : navigate({ to: '/dashboards/$key', params: { key }, search, replace: true, resetScroll: false }))
}
