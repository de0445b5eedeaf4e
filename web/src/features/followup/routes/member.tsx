import { getRouteApi } from '@tanstack/react-router'

import { MemberPage } from '../pages/MemberPage'

const route = getRouteApi('/app/followup/members/$customerId')

export default function MemberRoute() {
  const { customerId } = route.useParams()
  return <MemberPage key={customerId} customerId={customerId} />
}
