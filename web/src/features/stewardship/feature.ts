import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { IconShieldLock } from '@tabler/icons-react'

import type { Feature } from '~/lib/feature'
import { may } from '~/lib/permissions'
import { app } from '~/lib/routing'
import { texts } from '~/lib/search'

const list = createRoute({
  getParentRoute: () => app,
  path: '/rights-requests',
  staticData: { title: 'stewardship.title' },
  validateSearch: texts('view', 'kind', 'mine', 'overdue', 'branch', 'customer', 'sort', 'new'),
  component: lazyRouteComponent(() => import('./routes/requests')),
})

const one = createRoute({
  getParentRoute: () => app,
  path: '/rights-requests/$requestId',
  staticData: { title: 'stewardship.title' },
  component: lazyRouteComponent(() => import('./routes/request')),
})

export const routes = [list, one] as const

export const feature: Feature = {
  places: [
    {
      to: '/rights-requests',
      group: 'groupWork',
      order: 44,
      icon: IconShieldLock,
      label: { id: 'Hak data pribadi', en: 'Personal data rights' },
      short: { id: 'Hak data', en: 'Data rights' },
      keys: 'g h',
      visible: (me) => may(me, 'rights_request', 'R'),
    },
  ],
}
