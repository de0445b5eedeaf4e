import { getRouteApi, useNavigate } from '@tanstack/react-router'

import { AgentPage } from '../pages/AgentPage'

const route = getRouteApi('/app/followup/agents/$agentId')

export default function AgentRoute() {
  const { agentId } = route.useParams()
  const { year } = route.useSearch()
  const navigate = useNavigate()
  return (
    <AgentPage
      key={agentId}
      agentId={agentId}
      year={year}
      onYear={(next) =>
        void navigate({
          to: '/followup/agents/$agentId',
          params: { agentId },
          search: { year: next },
          resetScroll: false,
          replace: true,
        })
      }
    />
  )
}
