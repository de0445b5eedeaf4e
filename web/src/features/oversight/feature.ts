import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { IconActivityHeartbeat, IconFileSettings, IconRadar, IconShieldSearch } from '@tabler/icons-react'

import { lazy } from 'react'

import type { Feature } from '~/lib/feature'
import { configures, may } from '~/lib/permissions'
import { app } from '~/lib/routing'
import { list, texts } from '~/lib/search'

type ReportSearch = Partial<Record<'customer' | 'day' | 'at' | 'role' | 'place' | 'did' | 'sort', string>> & { way?: string[] }

// In sight on the page of who arrives, loaded with it.
const SystemHealth = lazy(() => import('./public/SystemHealth').then((file) => ({ default: file.SystemHealth })))

const audit = createRoute({
  getParentRoute: () => app,
  path: '/audit',
  staticData: { title: 'oversight.title' },
  validateSearch: texts(
    'action', 'actor', 'object_type', 'object_id', 'customer_id', 'branch', 'outcome', 'from', 'to', 'request_id', 'record', 'saved',
  ),
  component: lazyRouteComponent(() => import('./routes/audit')),
})

const customerTrail = createRoute({
  getParentRoute: () => app,
  path: '/audit/customers/$customerId',
  staticData: { title: 'oversight.title' },
  validateSearch: texts('actor', 'action', 'outcome', 'from', 'to', 'record'),
  component: lazyRouteComponent(() => import('./routes/audit-customer')),
})

const accessReport = createRoute({
  getParentRoute: () => app,
  path: '/access-report',
  staticData: { title: 'viewers.title' },
  validateSearch: (raw: Record<string, unknown>): ReportSearch => ({ ...texts('customer', 'day', 'at', 'role', 'place', 'did', 'sort')(raw), way: list(raw.way) }),
  component: lazyRouteComponent(() => import('./routes/access-report')),
})

const suspicion = createRoute({
  getParentRoute: () => app,
  path: '/suspicion',
  staticData: { title: 'suspicion.title' },
  validateSearch: texts('tab', 'state', 'rule', 'user', 'alert'),
  component: lazyRouteComponent(() => import('./routes/suspicion')),
})

const operations = createRoute({
  getParentRoute: () => app,
  path: '/operations',
  staticData: { title: 'operations.title' },
  validateSearch: texts('tab', 'status', 'kind', 'late', 'subject', 'from', 'to', 'state', 'task', 'queue'),
  component: lazyRouteComponent(() => import('./routes/operations')),
})

const configuration = createRoute({
  getParentRoute: () => app,
  path: '/configuration',
  staticData: { title: 'configuration.title' },
  component: lazyRouteComponent(() => import('./routes/configuration')),
})

export const routes = [audit, customerTrail, accessReport, suspicion, operations, configuration] as const

export const feature: Feature = {
  places: [
    {
      to: '/audit',
      group: 'groupControl',
      order: 60,
      icon: IconShieldSearch,
      label: { id: 'Jejak audit', en: 'Audit trail' },
      short: { id: 'Audit', en: 'Audit' },
      keys: 'g a',
      visible: (me) => may(me, 'audit', 'R'),
    },
    {
      to: '/suspicion',
      group: 'groupControl',
      order: 80,
      icon: IconRadar,
      label: { id: 'Aktivitas mencurigakan', en: 'Suspicious activity' },
      short: { id: 'Temuan', en: 'Alerts' },
      keys: 'g s',
      visible: (me) => may(me, 'suspicion', 'R'),
    },
    {
      to: '/configuration',
      group: 'groupConfig',
      order: 150,
      icon: IconFileSettings,
      label: { id: 'Ekspor & impor', en: 'Export & import' },
      short: { id: 'Ekspor', en: 'Export' },
      go: { id: 'Ekspor & impor konfigurasi', en: 'Export & import configuration' },
      keys: 'g x',
      visible: configures,
    },
    {
      to: '/operations',
      group: 'groupControl',
      order: 160,
      icon: IconActivityHeartbeat,
      label: { id: 'Operasi', en: 'Operations' },
      keys: 'g o',
      visible: configures,
    },
  ],
  pieces: [{ slot: 'home', component: SystemHealth, visible: configures }],
}
