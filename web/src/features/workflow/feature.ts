import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { IconCalendarTime, IconSitemap } from '@tabler/icons-react'

import type { Feature } from '~/lib/feature'
import { configures } from '~/lib/permissions'
import { app } from '~/lib/routing'
import { texts } from '~/lib/search'

const workflows = createRoute({
  getParentRoute: () => app,
  path: '/workflows',
  staticData: { title: 'workflow.title' },
  component: lazyRouteComponent(() => import('./routes/workflows')),
})

const design = createRoute({
  getParentRoute: () => app,
  path: '/workflows/$workflowKey',
  staticData: { title: 'workflow.title', wide: true },
  component: lazyRouteComponent(() => import('./routes/workflow-design')),
})

const versions = createRoute({
  getParentRoute: () => app,
  path: '/workflows/$workflowKey/versions',
  staticData: { title: 'workflow.title', wide: true },
  validateSearch: texts('before', 'after'),
  component: lazyRouteComponent(() => import('./routes/workflow-versions')),
})

const items = createRoute({
  getParentRoute: () => app,
  path: '/workflows/$workflowKey/items',
  staticData: { title: 'workflow.title' },
  validateSearch: texts('state', 'version'),
  component: lazyRouteComponent(() => import('./routes/workflow-items')),
})

const item = createRoute({
  getParentRoute: () => app,
  path: '/workflow-items/$itemId',
  staticData: { title: 'workflow.title' },
  component: lazyRouteComponent(() => import('./routes/workflow-item')),
})

const migrate = createRoute({
  getParentRoute: () => app,
  path: '/workflows/$workflowKey/migrate',
  staticData: { title: 'workflow.title' },
  validateSearch: texts('from', 'to', 'run'),
  component: lazyRouteComponent(() => import('./routes/workflow-migrate')),
})

const calendars = createRoute({
  getParentRoute: () => app,
  path: '/calendars',
  staticData: { title: 'calendars.title' },
  validateSearch: texts('show'),
  component: lazyRouteComponent(() => import('./routes/calendars')),
})

const calendar = createRoute({
  getParentRoute: () => app,
  path: '/calendars/$key',
  staticData: { title: 'calendars.title' },
  validateSearch: texts('year', 'panel'),
  component: lazyRouteComponent(() => import('./routes/calendar')),
})

export const routes = [workflows, design, versions, items, item, migrate, calendars, calendar] as const

export const feature: Feature = {
  places: [
    {
      to: '/workflows',
      group: 'groupConfig',
      order: 100,
      icon: IconSitemap,
      label: { id: 'Alur kerja', en: 'Workflows' },
      short: { id: 'Alur', en: 'Flows' },
      keys: 'g f',
      visible: configures,
    },
    {
      to: '/calendars',
      group: 'groupConfig',
      order: 110,
      icon: IconCalendarTime,
      label: { id: 'Kalender kerja', en: 'Working calendars' },
      short: { id: 'Kalender', en: 'Calendars' },
      keys: 'g k',
      visible: configures,
    },
  ],
}
