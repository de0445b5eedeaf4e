import { getRouteApi } from '@tanstack/react-router'

import { Sample } from '../pages/Sample'

const route = getRouteApi('/app/break-glass/samples/$sampleId')

export default function SampleRoute() {
  return <Sample sampleId={route.useParams().sampleId} />
}
