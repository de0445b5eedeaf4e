import { getRouteApi, useNavigate } from '@tanstack/react-router'

import { LeadPage } from '../pages/LeadPage'

const route = getRouteApi('/app/leads/$leadId')

export default function LeadRoute() {
  const { leadId } = route.useParams()
  const navigate = useNavigate()
  return (
    <LeadPage
      key={leadId}
      leadId={leadId}
      onOpportunity={(opportunityId) =>
        void navigate({ to: '/opportunities/$opportunityId', params: { opportunityId } })
      }
    />
  )
}
