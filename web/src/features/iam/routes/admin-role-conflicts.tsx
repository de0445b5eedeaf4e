import { getRouteApi, useNavigate } from '@tanstack/react-router'

import { RoleConflicts } from '../pages/RoleConflicts'

const route = getRouteApi('/app/administration/role-conflicts')

export default function RoleConflictsRoute() {
  const navigate = useNavigate()
  return <RoleConflicts filters={route.useSearch()} onFilters={(search) => void navigate({ to: '/administration/role-conflicts', search, resetScroll: false, replace: true })} />
}
