import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { IconInbox } from '@tabler/icons-react'

import type { Feature } from '~/lib/feature'
import { may } from '~/lib/permissions'
import { app } from '~/lib/routing'
import { texts } from '~/lib/search'
import { InboxButton } from './public/InboxButton'

const inbox = createRoute({
  getParentRoute: () => app,
  path: '/inbox',
  staticData: { title: 'inbox.title' },
  validateSearch: texts('box', 'unread', 'kind'),
  component: lazyRouteComponent(() => import('./routes/inbox')),
})

export const routes = [inbox] as const

export const feature: Feature = {
  places: [
    {
      to: '/inbox',
      group: null,
      order: 50,
      above: true,
      icon: IconInbox,
      label: { id: 'Kotak masuk', en: 'Inbox' },
      keys: 'g i',
      visible: (me) => may(me, 'task', 'R'),
    },
  ],
  pieces: [{ slot: 'bar', component: InboxButton }],
}
