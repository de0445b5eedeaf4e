import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { IconChartHistogram } from '@tabler/icons-react'
import { lazy } from 'react'

import type { Me } from '~/api/models'
import type { Feature } from '~/lib/feature'
import { may } from '~/lib/permissions'
import { app } from '~/lib/routing'
import { texts } from '~/lib/search'

const READERS = ['DIRECTOR', 'SUPERVISOR', 'RM', 'MARKETING', 'COMPLIANCE']

/** Whose roles have a dashboard. */
const hasDashboard = (me: Me) =>
  may(me, 'dashboard', 'R') && me.roles.some((role) => READERS.includes(role.kind))

const search = texts('branch', 'preset', 'from', 'to', 'schedules')

const dashboards = createRoute({
  getParentRoute: () => app,
  path: '/dashboards',
  staticData: { title: 'insight.title' },
  validateSearch: search,
  component: lazyRouteComponent(() => import('./routes/dashboards')),
})

const dashboard = createRoute({
  getParentRoute: () => app,
  path: '/dashboards/$key',
  staticData: { title: 'insight.title' },
  validateSearch: search,
  component: lazyRouteComponent(() => import('./routes/dashboard')),
})

export const routes = [dashboards, dashboard] as const

const HomeDashboard = lazy(() =>
  import('./public/HomeDashboard').then((each) => ({ default: each.HomeDashboard })),
)

export const feature: Feature = {
  places: [
    {
      to: '/dashboards',
      group: 'groupInsight',
      order: 58,
      icon: IconChartHistogram,
      label: { id: 'Dasbor', en: 'Dashboards' },
      go: { id: 'Buka dasbor', en: 'Open the dashboards' },
      visible: hasDashboard,
    },
  ],
  pieces: [
    {
      slot: 'home',
      component: HomeDashboard,
      visible: (me) => hasDashboard(me) && me.roles.some((role) => role.kind === 'DIRECTOR'),
    },
  ],
}
