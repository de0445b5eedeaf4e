import { getRouteApi, useNavigate } from '@tanstack/react-router'

import { Portfolio } from '../pages/Portfolio'

const route = getRouteApi('/app/day/portfolio')

export default function PortfolioRoute() {
  const filters = route.useSearch()
  const navigate = useNavigate()
  return (
    <Portfolio
      filters={filters}
      onFilters={(search) =>
        void navigate({ to: '/day/portfolio', resetScroll: false, replace: true, search })
      }
    />
  )
}
