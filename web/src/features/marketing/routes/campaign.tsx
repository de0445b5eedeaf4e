import { getRouteApi, useNavigate } from '@tanstack/react-router'

import { CampaignPage } from '../pages/CampaignPage'

const route = getRouteApi('/app/campaigns/$campaignId')

export default function CampaignRoute() {
  const { campaignId } = route.useParams()
  const search = route.useSearch()
  const navigate = useNavigate()
  return (
    <CampaignPage
      key={campaignId}
      campaignId={campaignId}
      search={search}
      onSearch={(next) => void navigate({ to: '/campaigns/$campaignId', params: { campaignId }, search: next, resetScroll: false, replace: true })}
      onCopied={(copy) => void navigate({ to: '/campaigns/$campaignId/edit', params: { campaignId: copy } })}
    />
  )
}
