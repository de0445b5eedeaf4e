import { getRouteApi, useNavigate } from '@tanstack/react-router'

import { ServiceLevels } from '../pages/ServiceLevels'

const route = getRouteApi('/app/service-levels')

export default function ServiceLevelsRoute() {
  const { tab } = route.useSearch()
  const navigate = useNavigate()
  return (
    <ServiceLevels
      tab={tab}
      onTab={(next) => void navigate({ to: '/service-levels', search: { tab: next }, resetScroll: false, replace: true })}
      onOpen={(levelKey) => void navigate({ to: '/service-levels/$levelKey', params: { levelKey } })}
    />
  )
}
