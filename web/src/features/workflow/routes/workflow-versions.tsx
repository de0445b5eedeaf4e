import { getRouteApi, useNavigate } from '@tanstack/react-router'

import { WorkflowVersions } from '../pages/WorkflowVersions'

const route = getRouteApi('/app/workflows/$workflowKey/versions')

export default function WorkflowVersionsRoute() {
  const { workflowKey } = route.useParams()
  const { before, after } = route.useSearch()
  const navigate = useNavigate()
  return (
    <WorkflowVersions
      workflowKey={workflowKey}
      before={before}
      after={after}
      onSides={(sides) => void navigate({ to: '/workflows/$workflowKey/versions', params: { workflowKey }, search: sides, resetScroll: false, replace: true })}
    />
  )
}
