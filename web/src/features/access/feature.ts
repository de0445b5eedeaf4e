import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { IconKey } from '@tabler/icons-react'
import { lazy } from 'react'

import type { Feature } from '~/lib/feature'
import { may } from '~/lib/permissions'
import { app } from '~/lib/routing'
import { texts } from '~/lib/search'

const requests = createRoute({
  getParentRoute: () => app,
  path: '/break-glass',
  staticData: { title: 'access.title' },
  validateSearch: texts('view', 'mine', 'reason_code', 'from', 'to'),
  component: lazyRouteComponent(() => import('./routes/break-glass')),
})

const request = createRoute({
  getParentRoute: () => app,
  path: '/break-glass/$requestId',
  staticData: { title: 'access.title' },
  component: lazyRouteComponent(() => import('./routes/break-glass-request')),
})

const samples = createRoute({
  getParentRoute: () => app,
  path: '/break-glass/samples',
  staticData: { title: 'access.samples' },
  component: lazyRouteComponent(() => import('./routes/samples')),
})

const sample = createRoute({
  getParentRoute: () => app,
  path: '/break-glass/samples/$sampleId',
  staticData: { title: 'access.samples' },
  component: lazyRouteComponent(() => import('./routes/sample')),
})

export const routes = [requests, request, samples, sample] as const

// Most never open a customer beyond their rights.
const GrantBanner = lazy(() => import('./public/GrantBanner').then((module) => ({ default: module.GrantBanner })))

export const feature: Feature = {
  places: [
    {
      to: '/break-glass',
      group: 'groupControl',
      order: 70,
      icon: IconKey,
      label: { id: 'Akses darurat', en: 'Emergency access' },
      short: { id: 'Darurat', en: 'Emergency' },
      go: { id: 'Buka akses darurat', en: 'Open emergency access' },
      keys: 'g e',
      visible: (me) => may(me, 'break_glass', 'C') || may(me, 'break_glass', 'A'),
    },
  ],
  pieces: [{ slot: 'banner', component: GrantBanner, visible: (me) => may(me, 'break_glass', 'C') }],
}
