import { createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router'
import { IconBriefcase, IconHome, IconUserCircle, IconUserShield } from '@tabler/icons-react'

// Signing in and one's own account are in sight from the first page on.
import './texts/id/iam'
import type { Feature } from '~/lib/feature'
import { assigns, configures } from '~/lib/permissions'
import { app, root } from '~/lib/routing'
import { innerPath, texts } from '~/lib/search'
import { signedIn } from '~/lib/signedIn'
import { signInSearch } from './signInSearch'

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  staticData: { title: 'iam.signIn' },
  validateSearch: signInSearch,
  component: lazyRouteComponent(() => import('./routes/sign-in')),
})

/** Where somebody goes who has to do something before anything else; outside the frame, which they could not use. */
const setUp = createRoute({
  getParentRoute: () => root,
  path: '/set-up',
  staticData: { title: 'security.duty.title' },
  validateSearch: (raw: Record<string, unknown>): { next?: string } => ({ next: innerPath(raw.next) }),
  beforeLoad: async ({ context }) => {
    const me = await signedIn(context, '/set-up')
    if (me.must === '') throw redirect({ to: '/', replace: true })
  },
  component: lazyRouteComponent(() => import('./routes/set-up')),
})

/** Where a one-time link for a password leads: nobody is signed in there. */
const setPassword = createRoute({
  getParentRoute: () => root,
  path: '/set-password',
  staticData: { title: 'admin.setPassword' },
  component: lazyRouteComponent(() => import('./routes/set-password')),
})

const welcome = createRoute({
  getParentRoute: () => app,
  path: '/welcome',
  staticData: { title: 'shell.welcome' },
  component: lazyRouteComponent(() => import('./routes/welcome')),
})

const profile = createRoute({
  getParentRoute: () => app,
  path: '/profile',
  staticData: { title: 'iam.profile' },
  component: lazyRouteComponent(() => import('./routes/profile')),
})

const administration = createRoute({
  getParentRoute: () => app,
  path: '/administration',
  beforeLoad: () => {
    throw redirect({ to: '/administration/users', replace: true })
  },
})

const users = createRoute({
  getParentRoute: () => app,
  path: '/administration/users',
  staticData: { title: 'admin.users' },
  validateSearch: texts('role', 'status', 'branch', 'unit', 'sort'),
  component: lazyRouteComponent(() => import('./routes/admin-users')),
})

const user = createRoute({
  getParentRoute: () => app,
  path: '/administration/users/$userId',
  staticData: { title: 'admin.users' },
  component: lazyRouteComponent(() => import('./routes/admin-user')),
})

const services = createRoute({
  getParentRoute: () => app,
  path: '/administration/service-accounts',
  staticData: { title: 'services.title' },
  validateSearch: texts('status', 'role'),
  component: lazyRouteComponent(() => import('./routes/admin-services')),
})

const service = createRoute({
  getParentRoute: () => app,
  path: '/administration/service-accounts/$accountId',
  staticData: { title: 'services.title' },
  component: lazyRouteComponent(() => import('./routes/admin-service')),
})

const grants = createRoute({
  getParentRoute: () => app,
  path: '/administration/grants',
  staticData: { title: 'admin.grantsTitle', wide: true },
  validateSearch: texts('tab', 'role', 'group', 'cell'),
  component: lazyRouteComponent(() => import('./routes/admin-grants')),
})

const conflicts = createRoute({
  getParentRoute: () => app,
  path: '/administration/role-conflicts',
  staticData: { title: 'admin.pages.conflicts' },
  validateSearch: texts('tab', 'pair', 'state', 'sort'),
  component: lazyRouteComponent(() => import('./routes/admin-role-conflicts')),
})

const organisation = createRoute({
  getParentRoute: () => app,
  path: '/administration/organisation',
  staticData: { title: 'admin.organisation' },
  validateSearch: texts('tab', 'q', 'unit', 'branch'),
  component: lazyRouteComponent(() => import('./routes/admin-organisation')),
})

const portfolio = createRoute({
  getParentRoute: () => app,
  path: '/administration/portfolio',
  staticData: { title: 'admin.portfolio' },
  validateSearch: texts('branch', 'rm', 'unassigned', 'customer'),
  component: lazyRouteComponent(() => import('./routes/admin-portfolio')),
})

const settings = createRoute({
  getParentRoute: () => app,
  path: '/administration/settings',
  staticData: { title: 'admin.settings' },
  validateSearch: texts('tab'),
  component: lazyRouteComponent(() => import('./routes/admin-settings')),
})

export const routes = [welcome, profile, administration, users, user, services, service, grants, conflicts, organisation, portfolio, settings] as const

/** Pages that nobody has to be signed in for, or that come before the frame. */
export const outside = [signIn, setUp, setPassword] as const

export const feature: Feature = {
  places: [
    {
      to: '/welcome',
      group: 'groupWork',
      order: 10,
      icon: IconHome,
      label: { id: 'Beranda', en: 'Home' },
      keys: 'g w',
      visible: (me) => me.home === '/welcome',
    },
    {
      to: '/administration',
      group: 'groupConfig',
      order: 170,
      icon: IconUserShield,
      label: { id: 'Administrasi', en: 'Administration' },
      short: { id: 'Admin', en: 'Admin' },
      keys: 'g u',
      visible: configures,
    },
    {
      to: '/administration/portfolio',
      group: 'groupWork',
      order: 180,
      icon: IconBriefcase,
      label: { id: 'Portofolio', en: 'Portfolios' },
      go: { id: 'Portofolio RM', en: 'Portfolios' },
      keys: 'g m',
      // Administrators find it under the administration.
      visible: (me) => assigns(me) && !configures(me),
    },
    {
      to: '/profile',
      group: null,
      order: 190,
      icon: IconUserCircle,
      label: { id: 'Profil', en: 'Profile' },
      go: { id: 'Profil dan sesi', en: 'Profile and sessions' },
      keys: 'g p',
      visible: () => true,
    },
  ],
}
