import { getRouteApi, useNavigate, useRouterState } from '@tanstack/react-router'

import { Users } from '../pages/Users'

const route = getRouteApi('/app/administration/users')

export default function UsersRoute() {
  const filters = route.useSearch()
  // A person's name is kept with the history entry, never in the address.
  const q = useRouterState({ select: (state) => state.location.state.q })
  const navigate = useNavigate()
  return (
    <Users
      filters={{ ...filters, q }}
      onFilters={({ q: next, ...search }) => void navigate({ to: '/administration/users', search, state: { q: next }, resetScroll: false, replace: true })}
      onOpen={(userId) => void navigate({ to: '/administration/users/$userId', params: { userId } })}
    />
  )
}
