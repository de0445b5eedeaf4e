import { type QueryClient, queryOptions } from '@tanstack/react-query'

import { api, BACKGROUND } from '~/api/client'
import { unwrap } from '~/api/problem'

export const accessKeys = { all: ['break-glass'] as const, active: ['break-glass', 'active'] as const }

/** Whom a request is about, and the reference of what led to it. */
export interface About {
  customerId: string
  name: string
  ticket: string
}

/** The grant that I act under now. Nobody asks for it, so looking does not keep the session alive. */
export const grantQuery = queryOptions({
  queryKey: accessKeys.active,
  queryFn: async ({ signal }) => {
    const { grant } = await unwrap(api.GET('/api/v1/break-glass/active', { signal, headers: BACKGROUND }))
    // The clock of this computer may be wrong; what is left was counted by the server.
    return grant && { ...grant, deadline: Date.now() + (grant.remaining_seconds ?? 0) * 1000 }
  },
  refetchInterval: 20_000,
  refetchOnWindowFocus: true,
})

/** What a grant opens or closes is asked for again: who I am, the customers, the requests. */
export function forgetAccess(client: QueryClient): void {
  for (const key of ['me', 'customer360', 'timeline', 'customers', 'recent-customers', ...accessKeys.all]) void client.invalidateQueries({ queryKey: [key] })
}
