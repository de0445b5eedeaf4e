import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { IconCertificate, IconUsers } from '@tabler/icons-react'
import { lazy } from 'react'

import type { Feature } from '~/lib/feature'
import { configures } from '~/lib/permissions'
import { app } from '~/lib/routing'
import { texts } from '~/lib/search'

const proposals = createRoute({
  getParentRoute: () => app,
  path: '/proposals',
  staticData: { title: 'control.title' },
  validateSearch: texts('view', 'kind', 'mine', 'sort'),
  component: lazyRouteComponent(() => import('./routes/proposals')),
})

const proposal = createRoute({
  getParentRoute: () => app,
  path: '/proposals/$proposalId',
  staticData: { title: 'control.title' },
  component: lazyRouteComponent(() => import('./routes/proposal')),
})

const recertification = createRoute({
  getParentRoute: () => app,
  path: '/recertification',
  staticData: { title: 'reviews.title' },
  validateSearch: texts('view', 'review'),
  component: lazyRouteComponent(() => import('./routes/recertification')),
})

export const routes = [proposals, proposal, recertification] as const

const NavigationBadge = lazy(() => import('./NavigationBadge'))
const WaitingChanges = lazy(() => import('./WaitingChanges').then((module) => ({ default: module.WaitingChanges })))

export const feature: Feature = {
  places: [
    {
      to: '/proposals',
      group: 'groupConfig',
      order: 172,
      icon: IconUsers,
      label: { id: 'Perubahan menunggu', en: 'Changes waiting' },
      short: { id: 'Menunggu', en: 'Waiting' },
      go: { id: 'Buka perubahan yang menunggu', en: 'Open the changes that wait' },
      badge: NavigationBadge,
      visible: configures,
    },
    {
      to: '/recertification',
      group: 'groupConfig',
      order: 174,
      icon: IconCertificate,
      label: { id: 'Peninjauan hak', en: 'Review of rights' },
      short: { id: 'Peninjauan', en: 'Review' },
      go: { id: 'Buka peninjauan hak', en: 'Open the review of rights' },
      visible: configures,
    },
  ],
  pieces: [{ slot: 'waitingChanges', component: WaitingChanges, visible: configures }],
}
