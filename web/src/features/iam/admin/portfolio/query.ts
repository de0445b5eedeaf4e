import { queryOptions } from '@tanstack/react-query'

import { api } from '~/api/client'
import { unwrap } from '~/api/problem'
import { keysetOptions } from '~/lib/keyset'

export interface PortfolioFilters {
  branch?: string
  rm?: string
  unassigned?: string
  customer?: string
}

export const portfolioKeys = { all: ['admin', 'portfolio'] as const }

export const managersQuery = queryOptions({
  queryKey: [...portfolioKeys.all, 'managers'],
  queryFn: ({ signal }) => unwrap(api.GET('/api/v1/portfolio/managers', { signal })),
})

export const customersOptions = ({ branch, rm, unassigned }: PortfolioFilters) =>
  keysetOptions([...portfolioKeys.all, 'customers', { branch, rm, unassigned }], (cursor, signal) =>
    unwrap(api.GET('/api/v1/portfolio/customers', { params: { query: { branch, rm_user_id: rm, unassigned: unassigned === 'yes' || undefined, cursor, limit: 50 } }, signal })),
  )

export const historyQuery = (customerId: string) =>
  queryOptions({
    queryKey: [...portfolioKeys.all, 'history', customerId],
    queryFn: ({ signal }) => unwrap(api.GET('/api/v1/portfolio/customers/{customer_id}/history', { params: { path: { customer_id: customerId } }, signal })),
  })
