import { getRouteApi, useNavigate } from '@tanstack/react-router'

import { Segments } from '../pages/Segments'

const route = getRouteApi('/app/segments')

export default function SegmentsRoute() {
  const filters = route.useSearch()
  const navigate = useNavigate()
  return (
    <Segments
      filters={filters}
      onFilters={(search) => void navigate({ to: '/segments', search, resetScroll: false, replace: true })}
      onOpen={(segmentId) => void navigate({ to: '/segments/$segmentId', params: { segmentId } })}
      onNew={() => void navigate({ to: '/segments/new' })}
    />
  )
}
