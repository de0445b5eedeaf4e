import { createRoute, lazyRouteComponent } from '@tanstack/react-router'

import { app } from './base'
import { list, texts } from './search'

const LISTS = ['branch', 'status', 'priority', 'category', 'channel'] as const

const queue = createRoute({
  getParentRoute: () => app,
  path: '/cases',
  validateSearch: (raw: Record<string, unknown>): { [K in (typeof LISTS)[number]]?: string[] } & Partial<Record<'view' | 'assignee' | 'unit' | 'overdue' | 'watched' | 'review' | 'scope' | 'sort' | 'q' | 'peek', string>> => ({
    ...texts('view', 'assignee', 'unit', 'overdue', 'watched', 'review', 'scope', 'sort', 'q', 'peek')(raw),
    ...Object.fromEntries(LISTS.flatMap((name) => (list(raw[name]) ? [[name, list(raw[name])]] : []))),
  }),
  component: lazyRouteComponent(() => import('./pages/cases')),
})

const newCase = createRoute({
  getParentRoute: () => app,
  path: '/cases/new',
  validateSearch: texts('customer', 'message'),
  component: lazyRouteComponent(() => import('./pages/case-new')),
})

const board = createRoute({
  getParentRoute: () => app,
  path: '/cases/board',
  component: lazyRouteComponent(() => import('./pages/case-board')),
})

const intake = createRoute({
  getParentRoute: () => app,
  path: '/cases/intake',
  validateSearch: texts('status'),
  component: lazyRouteComponent(() => import('./pages/case-intake')),
})

const replies = createRoute({
  getParentRoute: () => app,
  path: '/cases/replies',
  component: lazyRouteComponent(() => import('./pages/case-replies')),
})

const report = createRoute({
  getParentRoute: () => app,
  path: '/cases/report',
  validateSearch: texts('year', 'quarter', 'branch'),
  component: lazyRouteComponent(() => import('./pages/case-report')),
})

const oneCase = createRoute({
  getParentRoute: () => app,
  path: '/cases/$caseId',
  validateSearch: texts('compose'),
  component: lazyRouteComponent(() => import('./pages/case')),
})

const serviceLevels = createRoute({
  getParentRoute: () => app,
  path: '/service-levels',
  validateSearch: texts('tab'),
  component: lazyRouteComponent(() => import('./pages/service-levels')),
})

const serviceLevel = createRoute({
  getParentRoute: () => app,
  path: '/service-levels/$levelKey',
  validateSearch: texts('panel'),
  component: lazyRouteComponent(() => import('./pages/service-level')),
})

const caseCategories = createRoute({
  getParentRoute: () => app,
  path: '/case-categories',
  validateSearch: texts('tab', 'all'),
  component: lazyRouteComponent(() => import('./pages/case-categories')),
})

const customerLists = createRoute({
  getParentRoute: () => app,
  path: '/customer-lists',
  validateSearch: texts('tab'),
  component: lazyRouteComponent(() => import('./pages/customer-lists')),
})

/** What cases are judged by, and the organisation's own lists about customers. */
export const caseRules = [serviceLevels, serviceLevel, caseCategories, customerLists] as const

/** Cases as they are received and handled. */
export const cases = [queue, newCase, board, intake, replies, report, oneCase] as const
