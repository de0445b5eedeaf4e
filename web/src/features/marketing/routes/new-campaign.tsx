import { useNavigate } from '@tanstack/react-router'

import { NewCampaign } from '../pages/NewCampaign'

export default function NewCampaignRoute() {
  const navigate = useNavigate()
  return <NewCampaign onMade={(campaignId) => void navigate({ to: '/campaigns/$campaignId/edit', params: { campaignId }, replace: true })} />
}
