import { getRouteApi, useNavigate } from '@tanstack/react-router'

import { EditCampaign } from '../pages/EditCampaign'

const route = getRouteApi('/app/campaigns/$campaignId/edit')

export default function EditCampaignRoute() {
  const { campaignId } = route.useParams()
  const { step } = route.useSearch()
  const navigate = useNavigate()
  return (
    <EditCampaign
      key={campaignId}
      campaignId={campaignId}
      step={step}
      onStep={(next) => void navigate({ to: '/campaigns/$campaignId/edit', params: { campaignId }, search: { step: next } })}
      onDone={() => void navigate({ to: '/campaigns/$campaignId', params: { campaignId } })}
    />
  )
}
