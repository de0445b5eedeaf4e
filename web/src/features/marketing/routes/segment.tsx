import { getRouteApi, useNavigate } from '@tanstack/react-router'

import { SegmentPage } from '../pages/SegmentPage'

const route = getRouteApi('/app/segments/$segmentId')

export default function SegmentRoute() {
  const { segmentId } = route.useParams()
  const { view } = route.useSearch()
  const navigate = useNavigate()
  return <SegmentPage key={segmentId} segmentId={segmentId} view={view} onView={(next) => void navigate({ to: '/segments/$segmentId', params: { segmentId }, search: { view: next }, replace: true })} />
}
