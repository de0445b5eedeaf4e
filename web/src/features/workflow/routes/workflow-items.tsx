import { getRouteApi, useNavigate } from '@tanstack/react-router'

import { WorkflowItems } from '../pages/WorkflowItems'

const route = getRouteApi('/app/workflows/$workflowKey/items')

export default function WorkflowItemsRoute() {
  const { workflowKey } = route.useParams()
  const filters = route.useSearch()
  const navigate = useNavigate()
  return (
    <WorkflowItems
      workflowKey={workflowKey}
      filters={filters}
      onFilters={(search) => void navigate({ to: '/workflows/$workflowKey/items', params: { workflowKey }, search, resetScroll: false, replace: true })}
    />
  )
}
