import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { IconSpeakerphone, IconUsersGroup } from '@tabler/icons-react'

import type { Feature } from '~/lib/feature'
import { app } from '~/lib/routing'
import { texts } from '~/lib/search'
import { buildsOrApproves, readsAll } from './rights'

const segments = createRoute({
  getParentRoute: () => app,
  path: '/segments',
  staticData: { title: 'segments.title' },
  validateSearch: texts('q', 'kind', 'archived'),
  component: lazyRouteComponent(() => import('./routes/segments')),
})

const newSegment = createRoute({
  getParentRoute: () => app,
  path: '/segments/new',
  staticData: { title: 'segments.newTitle' },
  component: lazyRouteComponent(() => import('./routes/new-segment')),
})

const segment = createRoute({
  getParentRoute: () => app,
  path: '/segments/$segmentId',
  staticData: { title: 'segments.title' },
  validateSearch: texts('view'),
  component: lazyRouteComponent(() => import('./routes/segment')),
})

const campaigns = createRoute({
  getParentRoute: () => app,
  path: '/campaigns',
  staticData: { title: 'campaigns.title' },
  validateSearch: texts('view', 'q', 'status', 'channel', 'mine', 'sort', 'month'),
  component: lazyRouteComponent(() => import('./routes/campaigns')),
})

const newCampaign = createRoute({
  getParentRoute: () => app,
  path: '/campaigns/new',
  staticData: { title: 'campaigns.newTitle' },
  component: lazyRouteComponent(() => import('./routes/new-campaign')),
})

const campaign = createRoute({
  getParentRoute: () => app,
  path: '/campaigns/$campaignId',
  staticData: { title: 'campaigns.title' },
  validateSearch: texts('view', 'reason', 'state', 'customer'),
  component: lazyRouteComponent(() => import('./routes/campaign')),
})

const editCampaign = createRoute({
  getParentRoute: () => app,
  path: '/campaigns/$campaignId/edit',
  staticData: { title: 'campaigns.editTitle' },
  validateSearch: texts('step'),
  component: lazyRouteComponent(() => import('./routes/edit-campaign')),
})

export const routes = [segments, newSegment, segment, campaigns, newCampaign, campaign, editCampaign] as const

export const feature: Feature = {
  places: [
    {
      to: '/campaigns',
      group: 'groupWork',
      order: 46,
      icon: IconSpeakerphone,
      label: { id: 'Kampanye', en: 'Campaigns' },
      keys: 'g b',
      visible: readsAll,
    },
    {
      to: '/segments',
      group: 'groupWork',
      order: 47,
      icon: IconUsersGroup,
      label: { id: 'Segmen', en: 'Segments' },
      visible: buildsOrApproves,
    },
  ],
}
