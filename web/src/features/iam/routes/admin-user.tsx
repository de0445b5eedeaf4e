import { getRouteApi } from '@tanstack/react-router'

import { UserAdmin } from '../pages/UserAdmin'

const route = getRouteApi('/app/administration/users/$userId')

export default function UserRoute() {
  return <UserAdmin userId={route.useParams().userId} />
}
