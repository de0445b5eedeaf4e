import { getRouteApi } from '@tanstack/react-router'

import { WorkflowItem } from '../pages/WorkflowItem'

const route = getRouteApi('/app/workflow-items/$itemId')

export default function WorkflowItemRoute() {
  const { itemId } = route.useParams()
  return <WorkflowItem key={itemId} itemId={itemId} />
}
