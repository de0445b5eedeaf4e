import { createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router'

import { app, root } from './base'
import { texts } from './search'

/** Where a one-time link for a password leads: nobody is signed in there. */
export const setPassword = createRoute({
  getParentRoute: () => root,
  path: '/set-password',
  component: lazyRouteComponent(() => import('./pages/set-password')),
})

const start = createRoute({
  getParentRoute: () => app,
  path: '/administration',
  beforeLoad: () => {
    throw redirect({ to: '/administration/users', replace: true })
  },
})

const users = createRoute({
  getParentRoute: () => app,
  path: '/administration/users',
  validateSearch: texts('role', 'status', 'branch', 'unit', 'sort'),
  component: lazyRouteComponent(() => import('./pages/admin-users')),
})

const user = createRoute({
  getParentRoute: () => app,
  path: '/administration/users/$userId',
  component: lazyRouteComponent(() => import('./pages/admin-user')),
})

const services = createRoute({
  getParentRoute: () => app,
  path: '/administration/service-accounts',
  validateSearch: texts('status', 'role'),
  component: lazyRouteComponent(() => import('./pages/admin-services')),
})

const service = createRoute({
  getParentRoute: () => app,
  path: '/administration/service-accounts/$accountId',
  component: lazyRouteComponent(() => import('./pages/admin-service')),
})

const grants = createRoute({
  getParentRoute: () => app,
  path: '/administration/grants',
  validateSearch: texts('tab', 'role', 'group', 'cell'),
  staticData: { wide: true },
  component: lazyRouteComponent(() => import('./pages/admin-grants')),
})

const organisation = createRoute({
  getParentRoute: () => app,
  path: '/administration/organisation',
  validateSearch: texts('tab', 'q', 'unit', 'branch'),
  component: lazyRouteComponent(() => import('./pages/admin-organisation')),
})

const portfolio = createRoute({
  getParentRoute: () => app,
  path: '/administration/portfolio',
  validateSearch: texts('branch', 'rm', 'unassigned', 'customer'),
  component: lazyRouteComponent(() => import('./pages/admin-portfolio')),
})

const settings = createRoute({
  getParentRoute: () => app,
  path: '/administration/settings',
  validateSearch: texts('tab'),
  component: lazyRouteComponent(() => import('./pages/admin-settings')),
})

/** The pages of the administration. */
export const administration = [start, users, user, services, service, grants, organisation, portfolio, settings] as const
