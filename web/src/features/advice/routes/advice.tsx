import { getRouteApi, useNavigate } from '@tanstack/react-router'

import { AdviceList } from '../pages/AdviceList'

const route = getRouteApi('/app/advice')

export default function AdviceRoute() {
  const filters = route.useSearch()
  const navigate = useNavigate()
  return (
    <AdviceList
      filters={filters}
      onFilters={(search) => void navigate({ to: '/advice', resetScroll: false, replace: true, search })}
    />
  )
}
