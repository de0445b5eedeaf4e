import { getRouteApi } from '@tanstack/react-router'

import { ProposalPage } from '../pages/ProposalPage'

const route = getRouteApi('/app/proposals/$proposalId')

export default function ProposalRoute() {
  return <ProposalPage proposalId={route.useParams().proposalId} />
}
