import type { QueryClient } from '@tanstack/react-query'
import { createRootRouteWithContext, createRoute, lazyRouteComponent, Outlet, redirect } from '@tanstack/react-router'

import type { Me } from '~/api/models'
import { hasStatus } from '~/api/problem'
import { Shell } from '~/shell/Shell'
import { innerPath } from './search'

export interface Context {
  client: QueryClient
  /** Who is signed in; the first answer was asked for while the program started. */
  me: () => Promise<Me>
}

export const root = createRootRouteWithContext<Context>()({ component: Outlet })

export const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  validateSearch: (raw: Record<string, unknown>): { next?: string; reason?: 'expired' | 'out' } => ({
    next: innerPath(raw.next),
    reason: raw.reason === 'expired' || raw.reason === 'out' ? raw.reason : undefined,
  }),
  component: lazyRouteComponent(() => import('./pages/sign-in')),
})

/** Whatever asks for a session, within the frame of every page. */
export const app = createRoute({
  getParentRoute: () => root,
  id: 'app',
  beforeLoad: async ({ context, location }) => {
    try {
      await context.me()
    } catch (error) {
      if (!hasStatus(error, 401)) throw error
      // The first visit of the day is no expired session: nothing to explain, only to sign in.
      throw redirect({ to: '/sign-in', search: location.href === '/' ? {} : { next: location.href } })
    }
  },
  component: Shell,
})
