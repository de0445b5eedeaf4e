import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import {
  IconChecklist,
  // scaffold: leave out
  IconHistory,
  // scaffold: end
} from '@tabler/icons-react'
import { lazy } from 'react'

import type { Feature } from '~/lib/feature'
import { may } from '~/lib/permissions'
import { app } from '~/lib/routing'
import { texts } from '~/lib/search'

const MyTasks = lazy(() => import('./public/MyTasks').then((each) => ({ default: each.MyTasks })))

const list = createRoute({
  getParentRoute: () => app,
  path: '/tasks',
  staticData: { title: 'tasks.title' },
  validateSearch: texts(
    'view',
    'mine',
    'overdue',
    'due',
    'customer',
    'sort',
    'peek',
    'new',
    // scaffold: leave out
    'log',
    // scaffold: end
  ),
  component: lazyRouteComponent(() => import('./routes/tasks')),
})

const one = createRoute({
  getParentRoute: () => app,
  path: '/tasks/$taskId',
  staticData: { title: 'tasks.title' },
  component: lazyRouteComponent(() => import('./routes/task')),
})

// scaffold: leave out
const activities = createRoute({
  getParentRoute: () => app,
  path: '/activities',
  staticData: { title: 'activities.title' },
  validateSearch: texts('type', 'outcome', 'branch', 'by', 'from', 'to'),
  component: lazyRouteComponent(() => import('./routes/activities')),
})
// scaffold: end

export const routes = [
  list,
  one,
  // scaffold: leave out
  activities,
  // scaffold: end
] as const

export const feature: Feature = {
  places: [
    {
      to: '/tasks',
      group: 'groupWork',
      order: 35,
      icon: IconChecklist,
      label: { id: 'Tugas', en: 'Tasks' },
      go: { id: 'Buka tugas', en: 'Open tasks' },
      keys: 'g d',
      visible: (me) => may(me, 'task', 'C'),
    },
    // scaffold: leave out
    {
      to: '/activities',
      group: 'groupWork',
      order: 41,
      icon: IconHistory,
      label: { id: 'Kegiatan', en: 'Activities' },
      go: { id: 'Buka kegiatan', en: 'Open activities' },
      visible: (me) => may(me, 'activity', 'R'),
    },
    // scaffold: end
  ],
  commands: [
    {
      id: 'app.task',
      order: 95,
      label: { id: 'Buat tugas', en: 'Make a task' },
      visible: (me) => may(me, 'task', 'C'),
      run: (router) => void router.navigate({ to: '/tasks', search: { new: 'yes' } }),
    },
    // scaffold: leave out
    {
      id: 'app.activity',
      order: 96,
      label: { id: 'Catat kegiatan', en: 'Log an activity' },
      words: 'telepon pertemuan kunjungan call meeting visit',
      visible: (me) => may(me, 'activity', 'C') && may(me, 'task', 'C'),
      run: (router) => void router.navigate({ to: '/tasks', search: { log: 'yes' } }),
    },
    // scaffold: end
  ],
  pieces: [{ slot: 'home', component: MyTasks, visible: (me) => may(me, 'task', 'R') }],
}
