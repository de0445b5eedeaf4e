import { createRoute, lazyRouteComponent } from '@tanstack/react-router'

import { app } from './base'
import { texts } from './search'

const breakGlass = createRoute({
  getParentRoute: () => app,
  path: '/break-glass',
  validateSearch: texts('view', 'mine', 'reason_code', 'from', 'to'),
  component: lazyRouteComponent(() => import('./pages/break-glass')),
})

const breakGlassRequest = createRoute({
  getParentRoute: () => app,
  path: '/break-glass/$requestId',
  component: lazyRouteComponent(() => import('./pages/break-glass-request')),
})

const samples = createRoute({
  getParentRoute: () => app,
  path: '/break-glass/samples',
  component: lazyRouteComponent(() => import('./pages/samples')),
})

const sample = createRoute({
  getParentRoute: () => app,
  path: '/break-glass/samples/$sampleId',
  component: lazyRouteComponent(() => import('./pages/sample')),
})

export const access = [breakGlass, breakGlassRequest, samples, sample] as const
