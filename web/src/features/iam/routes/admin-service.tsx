import { getRouteApi } from '@tanstack/react-router'

import { ServiceAccount } from '../pages/ServiceAccount'

const route = getRouteApi('/app/administration/service-accounts/$accountId')

export default function ServiceAccountRoute() {
  return <ServiceAccount accountId={route.useParams().accountId} />
}
