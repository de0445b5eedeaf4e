import { getRouteApi, useNavigate } from '@tanstack/react-router'

import { Value } from '../pages/Value'

const route = getRouteApi('/app/value')

export default function ValueRoute() {
  const filters = route.useSearch()
  const navigate = useNavigate()
  return (
    <Value
      filters={filters}
      onFilters={(search) =>
        void navigate({ to: '/value', search, resetScroll: false, replace: true })
      }
    />
  )
}
