import { getRouteApi, useNavigate } from '@tanstack/react-router'

import { Campaigns } from '../pages/Campaigns'

const route = getRouteApi('/app/campaigns')

export default function CampaignsRoute() {
  const search = route.useSearch()
  const navigate = useNavigate()
  return (
    <Campaigns
      search={search}
      onSearch={(next) => void navigate({ to: '/campaigns', search: next, resetScroll: false, replace: true })}
      onOpen={(campaignId) => void navigate({ to: '/campaigns/$campaignId', params: { campaignId } })}
      onNew={() => void navigate({ to: '/campaigns/new' })}
    />
  )
}
