import { getRouteApi, useNavigate } from '@tanstack/react-router'

import { Record } from '../pages/Record'

const route = getRouteApi('/app/customers/$customerId')

export default function CustomerRoute() {
  const { customerId } = route.useParams()
  const { tab, ...filters } = route.useSearch()
  const navigate = useNavigate()
  const stay = { to: '/customers/$customerId', params: { customerId }, resetScroll: false, replace: true } as const
  return (
    <Record
      key={customerId}
      customerId={customerId}
      tab={tab}
      filters={filters}
      onTab={(next) => void navigate({ ...stay, search: { ...filters, tab: next } })}
      onFilters={(next) => void navigate({ ...stay, search: { tab, ...next } })}
    />
  )
}
