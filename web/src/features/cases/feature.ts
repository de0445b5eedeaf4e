import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { IconCategory, IconClockHour4, IconMessageReport, IconReportAnalytics } from '@tabler/icons-react'
import { lazy } from 'react'

import type { Me } from '~/api/models'
import type { Feature } from '~/lib/feature'
import { configures, may, worksOnCases } from '~/lib/permissions'
import { app } from '~/lib/routing'
import { list, texts } from '~/lib/search'

const reportsOnComplaints = (me: Me) => me.roles.some((role) => ['DIRECTOR', 'COMPLIANCE'].includes(role.kind))
const LISTS = ['branch', 'status', 'priority', 'category', 'channel', 'product'] as const

const ComplaintFigures = lazy(() => import('./public/ComplaintFigures').then((each) => ({ default: each.ComplaintFigures })))

const queue = createRoute({
  getParentRoute: () => app,
  path: '/cases',
  staticData: { title: 'cases.queueTitle' },
  validateSearch: (raw: Record<string, unknown>): { [K in (typeof LISTS)[number]]?: string[] } & Partial<Record<'view' | 'assignee' | 'unit' | 'overdue' | 'first_late' | 'watched' | 'review' | 'scope' | 'sort' | 'q' | 'peek', string>> => ({
    ...texts('view', 'assignee', 'unit', 'overdue', 'first_late', 'watched', 'review', 'scope', 'sort', 'q', 'peek')(raw),
    ...Object.fromEntries(LISTS.flatMap((name) => (list(raw[name]) ? [[name, list(raw[name])]] : []))),
  }),
  component: lazyRouteComponent(() => import('./routes/cases')),
})

const newCase = createRoute({
  getParentRoute: () => app,
  path: '/cases/new',
  staticData: { title: 'cases.create' },
  validateSearch: texts('customer', 'message'),
  component: lazyRouteComponent(() => import('./routes/case-new')),
})

const board = createRoute({
  getParentRoute: () => app,
  path: '/cases/board',
  staticData: { title: 'cases.boardTitle' },
  component: lazyRouteComponent(() => import('./routes/case-board')),
})

const intake = createRoute({
  getParentRoute: () => app,
  path: '/cases/intake',
  staticData: { title: 'cases.incoming.title' },
  validateSearch: texts('status'),
  component: lazyRouteComponent(() => import('./routes/case-intake')),
})

const replies = createRoute({
  getParentRoute: () => app,
  path: '/cases/replies',
  staticData: { title: 'cases.replies' },
  component: lazyRouteComponent(() => import('./routes/case-replies')),
})

const report = createRoute({
  getParentRoute: () => app,
  path: '/cases/report',
  staticData: { title: 'complaintReport.title' },
  validateSearch: texts('year', 'quarter', 'branch'),
  component: lazyRouteComponent(() => import('./routes/case-report')),
})

const oneCase = createRoute({
  getParentRoute: () => app,
  path: '/cases/$caseId',
  staticData: { title: 'cases.queueTitle' },
  validateSearch: texts('compose'),
  component: lazyRouteComponent(() => import('./routes/case')),
})

const serviceLevels = createRoute({
  getParentRoute: () => app,
  path: '/service-levels',
  staticData: { title: 'levels.title' },
  validateSearch: texts('tab'),
  component: lazyRouteComponent(() => import('./routes/service-levels')),
})

const serviceLevel = createRoute({
  getParentRoute: () => app,
  path: '/service-levels/$levelKey',
  staticData: { title: 'levels.title' },
  validateSearch: texts('panel'),
  component: lazyRouteComponent(() => import('./routes/service-level')),
})

const categories = createRoute({
  getParentRoute: () => app,
  path: '/case-categories',
  staticData: { title: 'levels.categoriesTitle' },
  validateSearch: texts('tab', 'all'),
  component: lazyRouteComponent(() => import('./routes/case-categories')),
})

export const routes = [queue, newCase, board, intake, replies, report, oneCase, serviceLevels, serviceLevel, categories] as const

const FoundCases = lazy(() => import('./public/FoundCases').then((module) => ({ default: module.FoundCases })))
const MyCases = lazy(() => import('./public/MyCases').then((module) => ({ default: module.MyCases })))

export const feature: Feature = {
  places: [
    {
      to: '/cases',
      group: 'groupWork',
      order: 30,
      icon: IconMessageReport,
      label: { id: 'Kasus', en: 'Cases' },
      go: { id: 'Antrean kasus', en: 'Case queue' },
      keys: 'g q',
      visible: worksOnCases,
    },
    {
      to: '/cases/report',
      group: 'groupControl',
      order: 90,
      icon: IconReportAnalytics,
      label: { id: 'Laporan pengaduan', en: 'Complaint report' },
      short: { id: 'Laporan', en: 'Report' },
      keys: 'g n',
      // Supervisors find it in their queue.
      visible: (me) => !worksOnCases(me) && reportsOnComplaints(me),
    },
    {
      to: '/service-levels',
      group: 'groupConfig',
      order: 120,
      icon: IconClockHour4,
      label: { id: 'Tingkat layanan', en: 'Service levels' },
      short: { id: 'Layanan', en: 'Levels' },
      keys: 'g l',
      visible: configures,
    },
    {
      to: '/case-categories',
      group: 'groupConfig',
      order: 130,
      icon: IconCategory,
      label: { id: 'Kategori kasus', en: 'Case categories' },
      short: { id: 'Kategori', en: 'Categories' },
      keys: 'g t',
      visible: configures,
    },
  ],
  commands: [
    {
      id: 'app.case',
      order: 90,
      label: { id: 'Catat kasus', en: 'Record a case' },
      keys: 'c',
      words: 'pengaduan keluhan complaint',
      visible: (me) => may(me, 'case', 'C'),
      run: (router) => void router.navigate({ to: '/cases/new' }),
    },
  ],
  pieces: [
    { slot: 'customerWork', component: MyCases, visible: (me) => may(me, 'case', 'U') },
    { slot: 'searchFound', component: FoundCases, visible: (me) => may(me, 'case', 'R') },
    { slot: 'home', component: ComplaintFigures, visible: reportsOnComplaints },
  ],
}
