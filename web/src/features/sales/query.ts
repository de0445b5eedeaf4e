import { queryOptions, type QueryClient } from '@tanstack/react-query'

import { api } from '~/api/client'
import { unwrap } from '~/api/problem'

export const salesKeys = {
  leads: ['leads'] as const,
  leadLists: ['leads', 'list'] as const,
  leadBoards: ['leads', 'board'] as const,
  assignees: ['leads', 'assignees'] as const,
  lead: (id: string) => ['leads', 'one', id] as const,
  opportunities: ['opportunities'] as const,
  opportunityLists: ['opportunities', 'list'] as const,
  opportunityBoards: ['opportunities', 'board'] as const,
  opportunity: (id: string) => ['opportunities', 'one', id] as const,
  customers: ['customer-sales'] as const,
  forecasts: ['sales-forecast'] as const,
  stages: ['opportunity-stages'] as const,
  reasons: ['sales-reasons'] as const,
}

/** The products that a lead or an opportunity can be about. */
export const productsQuery = queryOptions({
  queryKey: ['sales-products'],
  queryFn: ({ signal }) => unwrap(api.GET('/api/v1/sales/products', { signal })),
  staleTime: 5 * 60_000,
})

export const reasonsQuery = queryOptions({
  queryKey: salesKeys.reasons,
  queryFn: ({ signal }) => unwrap(api.GET('/api/v1/sales/reasons', { signal })),
  staleTime: 60_000,
})

export const stagesQuery = queryOptions({
  queryKey: salesKeys.stages,
  queryFn: ({ signal }) => unwrap(api.GET('/api/v1/sales/stages', { signal })),
  staleTime: 60_000,
})

/** The same with what is out of use, for who configures them. */
export const allReasonsQuery = queryOptions({
  queryKey: [...salesKeys.reasons, 'all'],
  queryFn: ({ signal }) => unwrap(api.GET('/api/v1/sales/reasons/all', { signal })),
})

export const allStagesQuery = queryOptions({
  queryKey: [...salesKeys.stages, 'all'],
  queryFn: ({ signal }) => unwrap(api.GET('/api/v1/sales/stages/all', { signal })),
})

export const forecastQuery = (
  branch: string | undefined,
  assigned_to: string | undefined,
  months: number,
) =>
  queryOptions({
    queryKey: [...salesKeys.forecasts, branch ?? '', assigned_to ?? '', months],
    queryFn: ({ signal }) =>
      unwrap(
        api.GET('/api/v1/sales/forecast', {
          params: { query: { branch, assigned_to, months } },
          signal,
        }),
      ),
  })

export const customerSalesQuery = (customer_id: string) =>
  queryOptions({
    queryKey: [...salesKeys.customers, customer_id],
    queryFn: ({ signal }) =>
      unwrap(
        api.GET('/api/v1/customers/{customer_id}/sales', {
          params: { path: { customer_id } },
          signal,
        }),
      ),
  })

export const forgetCustomerSales = (client: QueryClient) => {
  void client.invalidateQueries({ queryKey: salesKeys.customers })
  void client.invalidateQueries({ queryKey: salesKeys.forecasts })
}
