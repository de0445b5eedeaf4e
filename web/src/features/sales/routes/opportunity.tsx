import { getRouteApi } from '@tanstack/react-router'

import { OpportunityPage } from '../pages/OpportunityPage'

const route = getRouteApi('/app/opportunities/$opportunityId')

export default function OpportunityRoute() {
  const { opportunityId } = route.useParams()
  return <OpportunityPage key={opportunityId} opportunityId={opportunityId} />
}
