import { useNavigate } from '@tanstack/react-router'

import { NewSegment } from '../pages/NewSegment'

export default function NewSegmentRoute() {
  const navigate = useNavigate()
  return <NewSegment onMade={(segmentId) => void navigate({ to: '/segments/$segmentId', params: { segmentId }, replace: true })} />
}
