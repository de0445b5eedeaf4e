import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { IconDiamond } from '@tabler/icons-react'

import type { Feature } from '~/lib/feature'
import { may } from '~/lib/permissions'
import { app } from '~/lib/routing'
import { texts } from '~/lib/search'

const value = createRoute({
  getParentRoute: () => app,
  path: '/value',
  staticData: { title: 'rfm.title' },
  validateSearch: texts('branch', 'from', 'to'),
  component: lazyRouteComponent(() => import('./routes/value')),
})

const moved = createRoute({
  getParentRoute: () => app,
  path: '/value/moves',
  staticData: { title: 'rfm.movedTitle' },
  validateSearch: texts('move', 'branch', 'from', 'to'),
  component: lazyRouteComponent(() => import('./routes/moved')),
})

export const routes = [value, moved] as const

export const feature: Feature = {
  places: [
    {
      to: '/value',
      group: 'groupInsight',
      order: 59,
      icon: IconDiamond,
      label: { id: 'Nilai nasabah', en: 'Customer value' },
      go: { id: 'Buka nilai nasabah', en: 'Open customer value' },
      visible: (me) => may(me, 'customer_value', 'R'),
    },
  ],
}
