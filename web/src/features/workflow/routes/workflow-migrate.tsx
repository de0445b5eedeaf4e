import { getRouteApi, useNavigate } from '@tanstack/react-router'

import { WorkflowMigrate } from '../pages/WorkflowMigrate'

const route = getRouteApi('/app/workflows/$workflowKey/migrate')

export default function WorkflowMigrateRoute() {
  const { workflowKey } = route.useParams()
  const sides = route.useSearch()
  const navigate = useNavigate()
  return (
    <WorkflowMigrate
      workflowKey={workflowKey}
      {...sides}
      onSides={(search) => void navigate({ to: '/workflows/$workflowKey/migrate', params: { workflowKey }, search, resetScroll: false, replace: true })}
    />
  )
}
