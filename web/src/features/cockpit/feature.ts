import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { IconSunHigh } from '@tabler/icons-react'

import type { Me } from '~/api/models'
import type { Feature } from '~/lib/feature'
import { may } from '~/lib/permissions'
import { app } from '~/lib/routing'
import { texts } from '~/lib/search'

/** Who works through a day of their own: relationship managers and agents. */
const hasDay = (me: Me) =>
  may(me, 'task', 'C') && me.roles.some((role) => role.kind === 'RM' || role.kind === 'AGENT')

const day = createRoute({
  getParentRoute: () => app,
  path: '/day',
  staticData: { title: 'cockpit.title' },
  component: lazyRouteComponent(() => import('./routes/day')),
})

const portfolio = createRoute({
  getParentRoute: () => app,
  path: '/day/portfolio',
  staticData: { title: 'cockpit.portfolio' },
  validateSearch: texts('show', 'sort'),
  component: lazyRouteComponent(() => import('./routes/portfolio')),
})

export const routes = [day, portfolio] as const

export const feature: Feature = {
  places: [
    {
      to: '/day',
      group: 'groupWork',
      order: 5,
      icon: IconSunHigh,
      label: { id: 'Hari saya', en: 'My day' },
      go: { id: 'Buka hari saya', en: 'Open my day' },
      visible: hasDay,
    },
  ],
}
