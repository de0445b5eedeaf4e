import type { QueryClient } from '@tanstack/react-query'
import {
  type AnyRoute,
  type AnyRouter,
  createRoute,
  createRouter,
  type ErrorComponentProps,
  lazyRouteComponent,
  redirect,
} from '@tanstack/react-router'

import { useEffect } from 'react'

import type { Me } from '~/api/models'
import { meQuery } from '~/features/iam/public/me'
import { Problem } from '~/ui/states'
import { access } from './access'
import { administration, setPassword } from './administration'
import { app, root, setUp, signIn } from './base'
import { caseRules, cases } from './cases'
import { NoSuchPage } from './NoSuchPage'
import { list, parseSearch, stringifySearch, texts } from './search'

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof makeRouter>
  }
  interface StaticDataRouteOption {
    /** The page needs the width: the rail shows its icons only. */
    wide?: boolean
  }
  interface HistoryState {
    /** What was typed into the search box: kept with the history entry, never in the URL. */
    q?: string
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

const customers = createRoute({
  getParentRoute: () => app,
  path: '/customers',
  validateSearch: texts('branch', 'segment', 'status', 'vip', 'rfm', 'peek'),
  component: lazyRouteComponent(() => import('./pages/customers')),
})

const customer = createRoute({
  getParentRoute: () => app,
  path: '/customers/$customerId',
  validateSearch: (raw: Record<string, unknown>): { tab?: string; kind?: string[]; from?: string; to?: string } => ({
    ...texts('tab', 'from', 'to')(raw),
    kind: list(raw.kind),
  }),
  component: lazyRouteComponent(() => import('./pages/customer')),
})

const changeRequests = createRoute({
  getParentRoute: () => app,
  path: '/change-requests',
  validateSearch: texts('status'),
  component: lazyRouteComponent(() => import('./pages/change-requests')),
})

const audit = createRoute({
  getParentRoute: () => app,
  path: '/audit',
  validateSearch: texts(
    'action', 'actor', 'object_type', 'object_id', 'customer_id', 'branch', 'outcome', 'from', 'to', 'request_id', 'record', 'saved',
  ),
  component: lazyRouteComponent(() => import('./pages/audit')),
})

const customerTrail = createRoute({
  getParentRoute: () => app,
  path: '/audit/customers/$customerId',
  validateSearch: texts('actor', 'action', 'outcome', 'from', 'to', 'record'),
  component: lazyRouteComponent(() => import('./pages/audit-customer')),
})

const inbox = createRoute({
  getParentRoute: () => app,
  path: '/inbox',
  validateSearch: texts('box', 'unread', 'kind'),
  component: lazyRouteComponent(() => import('./pages/inbox')),
})

const suspicion = createRoute({
  getParentRoute: () => app,
  path: '/suspicion',
  validateSearch: texts('tab', 'state', 'rule', 'user', 'alert'),
  component: lazyRouteComponent(() => import('./pages/suspicion')),
})

const workflows = createRoute({
  getParentRoute: () => app,
  path: '/workflows',
  component: lazyRouteComponent(() => import('./pages/workflows')),
})

const workflowDesign = createRoute({
  getParentRoute: () => app,
  path: '/workflows/$workflowKey',
  staticData: { wide: true },
  component: lazyRouteComponent(() => import('./pages/workflow-design')),
})

const workflowVersions = createRoute({
  getParentRoute: () => app,
  path: '/workflows/$workflowKey/versions',
  validateSearch: texts('before', 'after'),
  staticData: { wide: true },
  component: lazyRouteComponent(() => import('./pages/workflow-versions')),
})

const workflowItems = createRoute({
  getParentRoute: () => app,
  path: '/workflows/$workflowKey/items',
  validateSearch: texts('state', 'version'),
  component: lazyRouteComponent(() => import('./pages/workflow-items')),
})

const workflowItem = createRoute({
  getParentRoute: () => app,
  path: '/workflow-items/$itemId',
  component: lazyRouteComponent(() => import('./pages/workflow-item')),
})

const workflowMigrate = createRoute({
  getParentRoute: () => app,
  path: '/workflows/$workflowKey/migrate',
  validateSearch: texts('from', 'to', 'run'),
  component: lazyRouteComponent(() => import('./pages/workflow-migrate')),
})

const operations = createRoute({
  getParentRoute: () => app,
  path: '/operations',
  validateSearch: texts('tab', 'status', 'kind', 'late', 'subject', 'from', 'to', 'state', 'task', 'queue'),
  component: lazyRouteComponent(() => import('./pages/operations')),
})

const calendars = createRoute({
  getParentRoute: () => app,
  path: '/calendars',
  validateSearch: texts('show'),
  component: lazyRouteComponent(() => import('./pages/calendars')),
})

const calendar = createRoute({
  getParentRoute: () => app,
  path: '/calendars/$key',
  validateSearch: texts('year', 'panel'),
  component: lazyRouteComponent(() => import('./pages/calendar')),
})

const configurationFile = createRoute({
  getParentRoute: () => app,
  path: '/configuration',
  component: lazyRouteComponent(() => import('./pages/configuration')),
})

const profile = createRoute({
  getParentRoute: () => app,
  path: '/profile',
  component: lazyRouteComponent(() => import('./pages/profile')),
})

const welcome = createRoute({
  getParentRoute: () => app,
  path: '/welcome',
  component: lazyRouteComponent(() => import('./pages/welcome')),
})

const configuration = [workflows, workflowDesign, workflowVersions, workflowItems, workflowItem, workflowMigrate, calendars, calendar, ...caseRules, operations, configurationFile] as const
const pages = [home, customers, customer, changeRequests, inbox, audit, customerTrail, suspicion, ...cases, ...access, ...configuration, ...administration, profile, welcome] as const
const tree = root.addChildren([signIn, setUp, setPassword, app.addChildren(pages)])

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
    defaultNotFoundComponent: NoSuchPage,
  })
}
