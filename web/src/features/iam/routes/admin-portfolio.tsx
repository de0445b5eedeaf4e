import { getRouteApi, useNavigate } from '@tanstack/react-router'

import { PortfolioAdmin } from '../pages/PortfolioAdmin'

const route = getRouteApi('/app/administration/portfolio')

export default function PortfolioRoute() {
  const filters = route.useSearch()
  const navigate = useNavigate()
  return <PortfolioAdmin filters={filters} onFilters={(search) => void navigate({ to: '/administration/portfolio', search, resetScroll: false })} />
}
