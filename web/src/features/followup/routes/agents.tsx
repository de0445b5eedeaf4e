import { getRouteApi, useNavigate } from '@tanstack/react-router'

import { Agents } from '../pages/Agents'

const route = getRouteApi('/app/followup/agents')

export default function AgentsRoute() {
  const { new: asked, change } = route.useSearch()
  const navigate = useNavigate()
  return (
    <Agents
      asksNew={asked === 'yes'}
      changing={change}
      onChanging={(next) =>
        void navigate({
          to: '/followup/agents',
          search: { change: next },
          resetScroll: false,
          replace: true,
        })
      }
    />
  )
}
