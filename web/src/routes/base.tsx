import type { QueryClient } from '@tanstack/react-query'
import { createRootRouteWithContext, createRoute, lazyRouteComponent, Outlet, redirect } from '@tanstack/react-router'

import type { Me } from '~/api/models'
import { Shell } from '~/shell/Shell'
import { innerPath, signInSearch } from './search'
import { signedIn } from './signedIn'

export interface Context {
  client: QueryClient
  /** Who is signed in; the first answer was asked for while the program started. */
  me: () => Promise<Me>
}

export const root = createRootRouteWithContext<Context>()({ component: Outlet })

export const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  validateSearch: signInSearch,
  component: lazyRouteComponent(() => import('./pages/sign-in')),
})

/** Where somebody goes who has to do something before anything else; outside the shell, which they could not use. */
export const setUp = createRoute({
  getParentRoute: () => root,
  path: '/set-up',
  validateSearch: (raw: Record<string, unknown>): { next?: string } => ({ next: innerPath(raw.next) }),
  beforeLoad: async ({ context }) => {
    const me = await signedIn(context, '/set-up')
    if (me.must === '') throw redirect({ to: '/', replace: true })
  },
  component: lazyRouteComponent(() => import('./pages/set-up')),
})

/** Whatever asks for a session, within the frame of every page. */
export const app = createRoute({
  getParentRoute: () => root,
  id: 'app',
  beforeLoad: async ({ context, location }) => {
    const me = await signedIn(context, location.href)
    if (me.must !== '') throw redirect({ to: '/set-up', search: location.href === '/' ? {} : { next: location.href } })
  },
  component: Shell,
})
