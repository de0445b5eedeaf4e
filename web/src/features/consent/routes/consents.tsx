import { getRouteApi, useNavigate } from '@tanstack/react-router'

import { Consents } from '../pages/Consents'

const route = getRouteApi('/app/consents')

export default function ConsentsRoute() {
  const search = route.useSearch()
  const navigate = useNavigate()
  return <Consents search={search} onSearch={(next) => void navigate({ to: '/consents', search: next, resetScroll: false })} />
}
