/* What the routes of every feature hang on: the root, and the frame within which one is signed in. */
import type { QueryClient } from '@tanstack/react-query'
import { createRootRouteWithContext, createRoute, Outlet, redirect } from '@tanstack/react-router'
import type { ParseKeys } from 'i18next'

import type { Me } from '~/api/models'
import { signedIn } from './signedIn'

export interface Context {
  client: QueryClient
  /** Who is signed in; the first answer was asked for while the program started. */
  me: () => Promise<Me>
}

declare module '@tanstack/react-router' {
  interface StaticDataRouteOption {
    /** What the page is called until it knows better, such as the name of its record. */
    title?: ParseKeys
    /** The page needs the width: the rail shows its icons only. */
    wide?: boolean
  }
  interface HistoryState {
    /** What was typed into the search box: kept with the history entry, never in the URL. */
    q?: string
  }
}

export const root = createRootRouteWithContext<Context>()({ component: Outlet })

/** Whatever asks for a session, within the frame of every page; the router gives it the frame. */
export const app = createRoute({
  getParentRoute: () => root,
  id: 'app',
  beforeLoad: async ({ context, location }) => {
    const me = await signedIn(context, location.href)
    if (me.must !== '') throw redirect({ to: '/set-up', search: location.href === '/' ? {} : { next: location.href } })
  },
})
