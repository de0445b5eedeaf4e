import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { IconCategory, IconChecks, IconTargetArrow, IconTrendingUp } from '@tabler/icons-react'
import { lazy } from 'react'

import type { Feature } from '~/lib/feature'
import { configures, may } from '~/lib/permissions'
import { app } from '~/lib/routing'
import { texts } from '~/lib/search'
import { createsLeads, readsLeads } from './rights'

const leads = createRoute({
  getParentRoute: () => app,
  path: '/leads',
  staticData: { title: 'leads.title', wide: true },
  validateSearch: texts(
    'view',
    'status',
    'mine',
    'unassigned',
    'owner',
    'branch',
    'source',
    'origin',
    'aging',
    'band',
    'customer',
    'closed',
    'sort',
    'peek',
    'new',
  ),
  component: lazyRouteComponent(() => import('./routes/leads')),
})

const lead = createRoute({
  getParentRoute: () => app,
  path: '/leads/$leadId',
  staticData: { title: 'leads.title' },
  component: lazyRouteComponent(() => import('./routes/lead')),
})

const opportunities = createRoute({
  getParentRoute: () => app,
  path: '/opportunities',
  staticData: { title: 'opportunities.title', wide: true },
  validateSearch: texts(
    'view',
    'stage',
    'mine',
    'owner',
    'branch',
    'customer',
    'month',
    'closed',
    'sort',
    'peek',
  ),
  component: lazyRouteComponent(() => import('./routes/opportunities')),
})

const opportunity = createRoute({
  getParentRoute: () => app,
  path: '/opportunities/$opportunityId',
  staticData: { title: 'opportunities.title' },
  component: lazyRouteComponent(() => import('./routes/opportunity')),
})

const forecast = createRoute({
  getParentRoute: () => app,
  path: '/sales/forecast',
  staticData: { title: 'sales.forecast' },
  validateSearch: texts('branch', 'owner', 'months'),
  component: lazyRouteComponent(() => import('./routes/forecast')),
})

const settings = createRoute({
  getParentRoute: () => app,
  path: '/sales/settings',
  staticData: { title: 'salesSetup.title' },
  validateSearch: texts('tab'),
  component: lazyRouteComponent(() => import('./routes/sales-settings')),
})

const afterCase = createRoute({
  getParentRoute: () => app,
  path: '/sales/after-case',
  staticData: { title: 'afterCase.title' },
  component: lazyRouteComponent(() => import('./routes/after-case')),
})

const AfterCase = lazy(() => import('./public/AfterCase').then((each) => ({ default: each.AfterCase })))

export const routes = [afterCase, leads, lead, opportunities, opportunity, forecast, settings] as const

export const feature: Feature = {
  places: [
    {
      to: '/leads',
      group: 'groupWork',
      order: 36,
      icon: IconTargetArrow,
      label: { id: 'Prospek', en: 'Leads' },
      visible: readsLeads,
    },
    {
      to: '/opportunities',
      group: 'groupWork',
      order: 37,
      icon: IconTrendingUp,
      label: { id: 'Peluang', en: 'Opportunities' },
      visible: readsLeads,
    },
    {
      to: '/sales/settings',
      group: 'groupConfig',
      order: 135,
      icon: IconCategory,
      label: { id: 'Tahap penjualan', en: 'Sales stages' },
      visible: configures,
    },
    {
      to: '/sales/after-case',
      group: 'groupConfig',
      order: 136,
      icon: IconChecks,
      label: { id: 'Sesudah kasus', en: 'After a case' },
      visible: (me) => configures(me) || may(me, 'case', 'A'),
    },
  ],
  pieces: [{ slot: 'caseClosed', component: AfterCase, visible: (me) => may(me, 'case', 'R') }],
  commands: [
    {
      id: 'app.forecast',
      order: 97,
      label: { id: 'Buka prakiraan penjualan', en: 'Open the sales forecast' },
      visible: readsLeads,
      run: (router) => void router.navigate({ to: '/sales/forecast' }),
    },
    {
      id: 'app.lead',
      order: 96,
      label: { id: 'Catat prospek', en: 'Record a lead' },
      words: 'prospek peluang lead',
      visible: createsLeads,
      run: (router) => void router.navigate({ to: '/leads', search: { new: 'yes' } }),
    },
  ],
}
