import { getRouteApi } from '@tanstack/react-router'

import { WorkflowDesign } from '../pages/WorkflowDesign'

const route = getRouteApi('/app/workflows/$workflowKey')

export default function WorkflowDesignRoute() {
  const { workflowKey } = route.useParams()
  return <WorkflowDesign workflowKey={workflowKey} />
}
