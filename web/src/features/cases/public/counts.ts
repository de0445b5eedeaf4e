import { useQuery } from '@tanstack/react-query'

import { caseCountsQuery } from '../query'

/** How many cases of a customer are open, and how many of them are late; nothing until it is known. */
export function useCustomerCaseCounts(customerId: string, wanted: boolean): { open: number; overdue: number } | undefined {
  const { data } = useQuery({ ...caseCountsQuery({ customer_id: customerId, scope: 'open' }), enabled: wanted })
  return data && { open: data.total.count, overdue: data.overdue.count }
}
