import { getRouteApi, useNavigate } from '@tanstack/react-router'

import { ServiceLevel } from '../pages/ServiceLevel'

const route = getRouteApi('/app/service-levels/$levelKey')

export default function ServiceLevelRoute() {
  const { levelKey } = route.useParams()
  const { panel } = route.useSearch()
  const navigate = useNavigate()
  return (
    <ServiceLevel
      key={levelKey}
      levelKey={levelKey}
      panel={panel === 'versions' || panel === 'explain' ? panel : undefined}
      onPanel={(next) => void navigate({ to: '/service-levels/$levelKey', params: { levelKey }, search: { panel: next }, resetScroll: false, replace: true })}
    />
  )
}
