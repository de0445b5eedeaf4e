import { getRouteApi, useNavigate } from '@tanstack/react-router'

import { CustomerLists } from '../pages/CustomerLists'

const route = getRouteApi('/app/customer-lists')

export default function CustomerListsRoute() {
  const search = route.useSearch()
  const navigate = useNavigate()
  return <CustomerLists tab={search.tab} onTab={(tab) => void navigate({ to: '/customer-lists', search: { tab }, resetScroll: false, replace: true })} />
}
