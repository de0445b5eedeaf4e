import { getRouteApi, useNavigate } from '@tanstack/react-router'

import { Forecast } from '../pages/Forecast'

const route = getRouteApi('/app/sales/forecast')

export default function ForecastRoute() {
  const filters = route.useSearch()
  const navigate = useNavigate()
  return (
    <Forecast
      filters={filters}
      onFilters={(search) =>
        void navigate({ to: '/sales/forecast', search, resetScroll: false, replace: true })
      }
    />
  )
}
