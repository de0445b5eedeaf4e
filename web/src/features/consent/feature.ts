import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { IconFileCheck, IconUserCheck } from '@tabler/icons-react'

import type { Feature } from '~/lib/feature'
import { configures, may } from '~/lib/permissions'
import { app } from '~/lib/routing'
import { texts } from '~/lib/search'

const consents = createRoute({
  getParentRoute: () => app,
  path: '/consents',
  staticData: { title: 'consent.title' },
  validateSearch: texts('view', 'purpose', 'status', 'method', 'branch'),
  component: lazyRouteComponent(() => import('./routes/consents')),
})

const purposes = createRoute({
  getParentRoute: () => app,
  path: '/consent-purposes',
  staticData: { title: 'consent.purposes.title' },
  component: lazyRouteComponent(() => import('./routes/purposes')),
})

export const routes = [consents, purposes] as const

export const feature: Feature = {
  places: [
    {
      to: '/consents',
      group: 'groupWork',
      order: 42,
      icon: IconUserCheck,
      label: { id: 'Persetujuan', en: 'Consent' },
      go: { id: 'Persetujuan nasabah', en: "Customers' consent" },
      keys: 'g j',
      visible: (me) => may(me, 'consent', 'U') || may(me, 'consent', 'X'),
    },
    {
      to: '/consent-purposes',
      group: 'groupConfig',
      order: 142,
      icon: IconFileCheck,
      label: { id: 'Tujuan persetujuan', en: 'Purposes of consent' },
      short: { id: 'Tujuan', en: 'Purposes' },
      keys: 'g y',
      visible: configures,
    },
  ],
}
