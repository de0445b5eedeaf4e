import { getRouteApi } from '@tanstack/react-router'

import { TaskPage } from '../pages/TaskPage'

const route = getRouteApi('/app/tasks/$taskId')

export default function TaskRoute() {
  const { taskId } = route.useParams()
  return <TaskPage key={taskId} taskId={taskId} />
}
