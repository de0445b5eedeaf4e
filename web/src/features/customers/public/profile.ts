import { queryOptions } from '@tanstack/react-query'

import { api } from '~/api/client'
import { unwrap } from '~/api/problem'

/** Opening a profile is audited, so it is not asked again behind the user's back while it is fresh. */
export const customer360Query = (customerId: string) =>
  queryOptions({
    queryKey: ['customer360', customerId],
    queryFn: ({ signal }) => unwrap(api.GET('/api/v1/customers/{customer_id}/360', { params: { path: { customer_id: customerId } }, signal })),
    staleTime: 60_000,
    gcTime: 2 * 60_000,
  })
