import { MantineProvider } from '@mantine/core'
import { Notifications } from '@mantine/notifications'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'

import { isApiError } from './api/problem'
import { onSessionLost } from './api/session'
import { colorSchemeManager } from './lib/appearance'
import { meQuery } from './features/iam/public/me'
import { forgetUser } from './lib/forget'
import { makeRouter, warmUp } from './routes/router'
import { DatesLocale } from './ui/DatesLocale'
import { cssVariables, theme } from './ui/theme'

/** Only what may pass by itself is tried again: a lost connection or a server that is restarting. */
const transient = (error: unknown) => isApiError(error) && (error.status === 0 || error.status === 502 || error.status === 503)

const client = new QueryClient({
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
  void router
    .navigate({ to: '/sign-in', search: { reason: 'expired', next: href }, ignoreBlocker: true })
    .then(() => forgetUser(client))
})

export function App() {
  const { i18n } = useTranslation()
  return (
    <MantineProvider theme={theme} cssVariablesResolver={cssVariables} colorSchemeManager={schemes} defaultColorScheme="auto">
      <DatesLocale language={i18n.language}>
        <QueryClientProvider client={client}>
          <RouterProvider router={router} />
          <Notifications position="bottom-right" limit={3} />
        </QueryClientProvider>
      </DatesLocale>
    </MantineProvider>
  )
}
