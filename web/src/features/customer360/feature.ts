import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { lazy } from 'react'

import type { Feature } from '~/lib/feature'
import { app } from '~/lib/routing'
import { list, texts } from '~/lib/search'

const customer = createRoute({
  getParentRoute: () => app,
  path: '/customers/$customerId',
  staticData: { title: 'record.title' },
  validateSearch: (raw: Record<string, unknown>): { tab?: string; kind?: string[]; from?: string; to?: string } => ({
    ...texts('tab', 'from', 'to')(raw),
    kind: list(raw.kind),
  }),
  component: lazyRouteComponent(() => import('./routes/customer')),
})

export const routes = [customer] as const

const Peek = lazy(() => import('./pages/Peek').then((module) => ({ default: module.Peek })))

export const feature: Feature = {
  pieces: [{ slot: 'customerPeek', component: Peek }],
}
