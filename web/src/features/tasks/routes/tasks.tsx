import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { lazy, Suspense } from 'react'

import { Tasks } from '../pages/Tasks'

// A list that nobody peeks from does not load the panel.
const TaskPeek = lazy(() => import('../pages/TaskPeek').then((module) => ({ default: module.TaskPeek })))

// scaffold: leave out
const ActivityDialog = lazy(() => import('../public/ActivityDialog').then((module) => ({ default: module.ActivityDialog })))
// scaffold: end

const route = getRouteApi('/app/tasks')

export default function TasksRoute() {
  const {
    peek,
    new: asked,
    // scaffold: leave out
    log,
    // scaffold: end
    ...filters
  } = route.useSearch()
  const navigate = useNavigate()
  const stay = { to: '/tasks', resetScroll: false, replace: true } as const
  const showPeek = (taskId: string | undefined) => void navigate({ ...stay, search: { ...filters, peek: taskId } })
  const open = (taskId: string) => void navigate({ to: '/tasks/$taskId', params: { taskId } })
  return (
    <>
      <Tasks
        filters={filters}
        peeked={peek}
        asksNew={asked === 'yes'}
        onFilters={(search) => void navigate({ ...stay, search })}
        onPeek={(taskId) => showPeek(taskId === peek ? undefined : taskId)}
        onOpen={open}
        onAsked={() => void navigate({ ...stay, search: { ...filters, peek } })}
      />
      {/* scaffold: leave out */}
      {log === 'yes' && (
        <Suspense>
          <ActivityDialog onClose={() => void navigate({ ...stay, search: { ...filters, peek } })} />
        </Suspense>
      )}
      {/* scaffold: end */}
      {peek && (
        <Suspense>
          <TaskPeek key={peek} taskId={peek} onClose={() => showPeek(undefined)} onOpen={() => open(peek)} />
        </Suspense>
      )}
    </>
  )
}
