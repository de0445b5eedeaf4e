import type { QueryClient } from '@tanstack/react-query'
import { type AnyRoute, type AnyRouter, createRoute, createRouter, type ErrorComponentProps, lazyRouteComponent, redirect } from '@tanstack/react-router'

import { useEffect } from 'react'

import type { Me } from '~/api/models'
import { meQuery } from '~/features/iam/public/me'
import { features, outside, routes } from '~/features/index.gen'
import { gather } from '~/lib/feature'
import { app, root } from '~/lib/routing'
import { parseSearch, stringifySearch } from '~/lib/search'
import { Problem } from '~/ui/states'
import { NoSuchPage, NoSuchPageOutside } from './NoSuchPage'

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof makeRouter>
  }
}

const home = createRoute({
  getParentRoute: () => app,
  path: '/',
  beforeLoad: ({ context }) => {
    const me = context.client.getQueryData(meQuery.queryKey)
    throw redirect({ to: me?.home ?? '/welcome', replace: true })
  },
})

const unknown = createRoute({
  getParentRoute: () => app,
  path: '$',
  staticData: { title: 'common.notFound' },
  component: NoSuchPage,
})

/** The frame: who is not signed in needs none, and gets it once the page rests. */
export const shellPart = () => import('~/shell/Shell')

app.update({ component: lazyRouteComponent(shellPart, 'Shell') })
gather(Object.values(features))
const tree = root.addChildren([...outside, app.addChildren([home, ...routes, unknown])])

function Failed({ error, reset }: ErrorComponentProps) {
  // Nothing has been typed here: once there is a connection again, the page comes by itself.
  useEffect(() => {
    const again = () => window.location.reload()
    if (!navigator.onLine) window.addEventListener('online', again)
    return () => window.removeEventListener('online', again)
  }, [])
  return (
    <main id="main">
      <Problem
        page
        error={error}
        onRetry={() => {
          reset()
          window.location.reload()
        }}
      />
    </main>
  )
}

const OPEN_TO_ALL = ['/sign-in', '/set-password']

/** Asks who is signed in at once, unless the page is open to all; every later question goes through the cache. */
function asking(client: QueryClient): () => Promise<Me> {
  let first = OPEN_TO_ALL.includes(window.location.pathname) ? null : client.fetchQuery(meQuery)
  first?.catch(() => undefined)
  return () => {
    const answer = first ?? client.ensureQueryData(meQuery)
    first = null
    return answer
  }
}

/** Fetches the program of the page that the address names, beside the first question instead of after its answer. */
export function warmUp(router: AnyRouter): void {
  for (const match of router.matchRoutes(router.latestLocation)) {
    const route = router.routesById[match.routeId] as AnyRoute | undefined
    const component = route?.options.component as { preload?: () => Promise<unknown> } | undefined
    void component?.preload?.().catch(() => undefined)
  }
}

export function makeRouter(client: QueryClient) {
  return createRouter({
    routeTree: tree,
    context: { client, me: asking(client) },
    parseSearch,
    stringifySearch,
    defaultPreload: 'intent',
    defaultPreloadDelay: 80,
    scrollRestoration: true,
    defaultErrorComponent: Failed,
    defaultNotFoundComponent: NoSuchPageOutside,
  })
}
