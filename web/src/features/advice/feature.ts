import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { IconBulb, IconBulbFilled } from '@tabler/icons-react'
import { lazy } from 'react'

import type { Feature } from '~/lib/feature'
import { configures, may } from '~/lib/permissions'
import { app } from '~/lib/routing'
import type { DecisionFilters } from './query'
import { list as listOf, texts } from '~/lib/search'

const AdvicePanel = lazy(() =>
  import('./public/AdvicePanel').then((each) => ({ default: each.AdvicePanel })),
)
const NavigationBadge = lazy(() => import('./NavigationBadge'))

const list = createRoute({
  getParentRoute: () => app,
  path: '/advice',
  staticData: { title: 'nextActions.list' },
  validateSearch: texts('priority', 'action'),
  component: lazyRouteComponent(() => import('./routes/advice')),
})

const decisions = createRoute({
  getParentRoute: () => app,
  path: '/advice/decisions',
  staticData: { title: 'nextActions.decisionList' },
  validateSearch: (raw: Record<string, unknown>): DecisionFilters => ({
    ...texts('action', 'branch', 'mine', 'ended', 'from', 'to')(raw),
    decision: listOf(raw['decision']),
  }),
  component: lazyRouteComponent(() => import('./routes/advice-decisions')),
})

const rules = createRoute({
  getParentRoute: () => app,
  path: '/advice/rules',
  staticData: { title: 'nextActions.rules' },
  component: lazyRouteComponent(() => import('./routes/advice-rules')),
})

export const routes = [list, decisions, rules] as const

export const feature: Feature = {
  places: [
    {
      to: '/advice',
      group: 'groupWork',
      order: 38,
      icon: IconBulb,
      label: { id: 'Saran', en: 'Advice' },
      go: { id: 'Buka saran tindakan', en: 'Open next best actions' },
      badge: NavigationBadge,
      visible: (me) => may(me, 'advice', 'R'),
    },
    {
      to: '/advice/rules',
      group: 'groupConfig',
      order: 137,
      icon: IconBulbFilled,
      label: { id: 'Aturan saran', en: 'Advice rules' },
      visible: configures,
    },
  ],
  pieces: [{ slot: 'customerSales', component: AdvicePanel, visible: (me) => may(me, 'advice', 'R') }],
}
