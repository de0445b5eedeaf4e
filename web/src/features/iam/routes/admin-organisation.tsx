import { getRouteApi, useNavigate } from '@tanstack/react-router'

import { OrganisationAdmin } from '../pages/OrganisationAdmin'

const route = getRouteApi('/app/administration/organisation')

export default function OrganisationRoute() {
  const filters = route.useSearch()
  const navigate = useNavigate()
  return <OrganisationAdmin filters={filters} onFilters={(search) => void navigate({ to: '/administration/organisation', search, resetScroll: false })} />
}
