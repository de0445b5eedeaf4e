import { createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router'
import {
  IconChartArrows,
  IconRefreshDot,
  IconRotateClockwise,
  IconUsersGroup,
} from '@tabler/icons-react'

import type { Feature } from '~/lib/feature'
import { app } from '~/lib/routing'
import { texts } from '~/lib/search'
import { followsUp, managesAgents, overseesMembers, readsFigures, readsMembers } from './rights'

const members = createRoute({
  getParentRoute: () => app,
  path: '/followup',
  staticData: { title: 'followup.title' },
  validateSearch: texts('status', 'agent', 'due', 'branch'),
  component: lazyRouteComponent(() => import('./routes/followup')),
})

const member = createRoute({
  getParentRoute: () => app,
  path: '/followup/members/$customerId',
  staticData: { title: 'followup.member' },
  component: lazyRouteComponent(() => import('./routes/member')),
})

/** Where the advance notice leads: what ends within a day. */
const due = createRoute({
  getParentRoute: () => app,
  path: '/followup/due/$agentId',
  beforeLoad: ({ params }) => {
    throw redirect({ to: '/followup', search: { agent: params.agentId, due: '24' } })
  },
})

const moves = createRoute({
  getParentRoute: () => app,
  path: '/followup/moves/$runId',
  staticData: { title: 'followup.moves' },
  component: lazyRouteComponent(() => import('./routes/moves')),
})

const agents = createRoute({
  getParentRoute: () => app,
  path: '/followup/agents',
  staticData: { title: 'followupAgents.title' },
  validateSearch: texts('new', 'change'),
  component: lazyRouteComponent(() => import('./routes/agents')),
})

const agent = createRoute({
  getParentRoute: () => app,
  path: '/followup/agents/$agentId',
  staticData: { title: 'followupAgents.calendar', wide: true },
  validateSearch: texts('year'),
  component: lazyRouteComponent(() => import('./routes/agent')),
})

const runs = createRoute({
  getParentRoute: () => app,
  path: '/followup/runs',
  staticData: { title: 'followupRuns.title' },
  validateSearch: texts('start'),
  component: lazyRouteComponent(() => import('./routes/runs')),
})

const run = createRoute({
  getParentRoute: () => app,
  path: '/followup/runs/$runId',
  staticData: { title: 'followupRuns.report' },
  component: lazyRouteComponent(() => import('./routes/run')),
})

const dashboard = createRoute({
  getParentRoute: () => app,
  path: '/followup/dashboard',
  staticData: { title: 'followupRuns.dashboard' },
  validateSearch: texts('days', 'branch'),
  component: lazyRouteComponent(() => import('./routes/followup-dashboard')),
})

export const routes = [members, member, due, moves, agents, agent, runs, run, dashboard] as const

export const feature: Feature = {
  places: [
    {
      to: '/followup',
      group: 'groupWork',
      order: 39,
      icon: IconUsersGroup,
      label: { id: 'Tindak lanjut', en: 'Follow-up' },
      short: { id: 'Giliran', en: 'Follow-up' },
      go: { id: 'Buka tindak lanjut', en: 'Open the follow-up' },
      visible: readsMembers,
    },
    {
      to: '/followup/dashboard',
      group: 'groupInsight',
      order: 61,
      icon: IconChartArrows,
      label: { id: 'Dasbor tindak lanjut', en: 'Follow-up dashboard' },
      short: { id: 'Kinerja', en: 'Turns' },
      visible: readsFigures,
    },
    {
      to: '/followup/runs',
      group: 'groupControl',
      order: 85,
      icon: IconRefreshDot,
      label: { id: 'Rotasi', en: 'Rotations' },
      go: { id: 'Buka rotasi tindak lanjut', en: 'Open the runs of the follow-up' },
      visible: readsFigures,
    },
    {
      to: '/followup/agents',
      group: 'groupConfig',
      order: 138,
      icon: IconRotateClockwise,
      label: { id: 'Petugas tindak lanjut', en: 'Follow-up agents' },
      short: { id: 'Petugas', en: 'Agents' },
      visible: managesAgents,
    },
  ],
  commands: [
    {
      id: 'app.followup.agents',
      order: 98,
      label: { id: 'Lihat lingkaran petugas', en: 'Look at the circle of agents' },
      words: 'urutan giliran cuti order leave',
      visible: (me) => (followsUp(me) || overseesMembers(me)) && !managesAgents(me),
      run: (router) => void router.navigate({ to: '/followup/agents' }),
    },
    {
      id: 'app.followup.add',
      order: 99,
      label: { id: 'Tambah petugas tindak lanjut', en: 'Add a follow-up agent' },
      visible: managesAgents,
      run: (router) => void router.navigate({ to: '/followup/agents', search: { new: 'yes' } }),
    },
    {
      id: 'app.followup.run',
      order: 99,
      label: { id: 'Jalankan rotasi tindak lanjut', en: 'Run the rotation of the follow-up' },
      words: 'rotasi putaran run',
      visible: managesAgents,
      run: (router) => void router.navigate({ to: '/followup/runs', search: { start: 'yes' } }),
    },
  ],
}
