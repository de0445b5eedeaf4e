import { MantineProvider } from '@mantine/core'
import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { lazy, Suspense, useEffect, useState } from 'react'

import type { Me } from './api/models'
import { isApiError } from './api/problem'
import { onDuty, onSessionLost } from './api/session'
import { colorSchemeManager } from './lib/appearance'
import { meQuery } from './features/iam/public/me'
import { forgetUser } from './lib/forget'
import { FreshQueryClient } from './lib/queryClient'
import { coverPage, pageIsCovered, somethingUnsaved } from './lib/unsaved'
import { makeRouter, shellPart, warmUp } from './routes/router'
import { cssVariables, theme } from './ui/theme'
import { notices } from './ui/toast'

/** Only what may pass by itself is tried again: a lost connection or a server that is restarting. */
const transient = (error: unknown) => isApiError(error) && ((error.status === 0 && navigator.onLine) || error.status === 502 || error.status === 503)

const client = new FreshQueryClient({
  defaultOptions: {
    queries: { staleTime: 20_000, retry: (failures, error) => transient(error) && failures < 2, refetchOnWindowFocus: false },
    mutations: { retry: false },
  },
})
const router = makeRouter(client)
warmUp(router)
const schemes = colorSchemeManager()

onSessionLost(() => {
  const { pathname, href } = router.state.location
  // Only who was signed in here can lose a session; a first visit is led to the sign-in page by its route.
  if (pathname === '/sign-in' || !client.getQueryData(meQuery.queryKey)) return
  // What is being typed stays, out of sight, for the same person to go on with.
  if (somethingUnsaved() || pageIsCovered()) return coverPage(true)
  void router
    .navigate({ to: '/sign-in', search: { reason: 'expired', next: href }, ignoreBlocker: true })
    .then(() => forgetUser(client))
})

onDuty(() => {
  const { pathname, href } = router.state.location
  if (pathname === '/set-up' || !client.getQueryData(meQuery.queryKey)) return
  // What is being typed is not thrown away: its form asks before it is left.
  const lead = (me: Me) => (me.must === '' ? undefined : router.navigate({ to: '/set-up', search: { next: href } }))
  void client.fetchQuery({ ...meQuery, staleTime: 0 }).then(lead, () => undefined)
})

const Notices = lazy(notices)

/** True once the browser has nothing better to do, or soon in any case. */
function useRested(): boolean {
  const [rested, setRested] = useState(false)
  useEffect(() => {
    const rest = () => setRested(true)
    if (!('requestIdleCallback' in window)) {
      const timer = setTimeout(rest, 1000)
      return () => clearTimeout(timer)
    }
    const waiting = requestIdleCallback(rest, { timeout: 2000 })
    return () => cancelIdleCallback(waiting)
  }, [])
  return rested
}

export function App() {
  const rested = useRested()
  useEffect(() => {
    if (rested) void shellPart().catch(() => undefined)
  }, [rested])
  return (
    <MantineProvider theme={theme} cssVariablesResolver={cssVariables} colorSchemeManager={schemes} defaultColorScheme="auto">
      <QueryClientProvider client={client}>
        <RouterProvider router={router} />
        {rested && (
          <Suspense>
            <Notices />
          </Suspense>
        )}
      </QueryClientProvider>
    </MantineProvider>
  )
}
