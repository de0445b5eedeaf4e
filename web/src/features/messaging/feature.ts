import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { IconInbox, IconPlugConnected, IconTemplate } from '@tabler/icons-react'

import type { Feature } from '~/lib/feature'
import { configures, may } from '~/lib/permissions'
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

const templates = createRoute({
  getParentRoute: () => app,
  path: '/message-templates',
  staticData: { title: 'templates.title' },
  validateSearch: texts('channel', 'purpose', 'language', 'status', 'q'),
  component: lazyRouteComponent(() => import('./routes/templates')),
})

const template = createRoute({
  getParentRoute: () => app,
  path: '/message-templates/$templateId',
  staticData: { title: 'templates.title' },
  validateSearch: texts('version'),
  component: lazyRouteComponent(() => import('./routes/template')),
})

const templateEditor = createRoute({
  getParentRoute: () => app,
  path: '/message-templates/$templateId/edit/$language',
  staticData: { title: 'templates.title' },
  component: lazyRouteComponent(() => import('./routes/templateEditor')),
})

const providers = createRoute({
  getParentRoute: () => app,
  path: '/message-providers',
  staticData: { title: 'providers.title' },
  component: lazyRouteComponent(() => import('./routes/providers')),
})

export const routes = [inbox, templates, template, templateEditor, providers] as const

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
    {
      to: '/message-templates',
      group: 'groupWork',
      order: 45,
      icon: IconTemplate,
      label: { id: 'Templat pesan', en: 'Message templates' },
      short: { id: 'Templat', en: 'Templates' },
      keys: 'g v',
      visible: (me) => may(me, 'message_template', 'R'),
    },
    {
      to: '/message-providers',
      group: 'groupConfig',
      order: 145,
      icon: IconPlugConnected,
      label: { id: 'Penyedia pesan', en: 'Message providers' },
      short: { id: 'Penyedia', en: 'Providers' },
      keys: 'g z',
      visible: configures,
    },
  ],
  pieces: [{ slot: 'bar', component: InboxButton }],
}
