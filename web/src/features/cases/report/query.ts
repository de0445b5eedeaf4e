import { keepPreviousData, queryOptions } from '@tanstack/react-query'

import { api } from '~/api/client'
import { unwrap } from '~/api/problem'
import type { components } from '~/api/schema.gen'

export type ComplaintReport = components['schemas']['ComplaintReportOut']

export interface Quarter {
  year: number
  quarter: number
}

export const reportQuery = (year: number, quarter: number, branch: string | undefined) =>
  queryOptions({
    queryKey: ['complaint-report', year, quarter, branch],
    queryFn: ({ signal }) => unwrap(api.GET('/api/v1/complaint-report', { params: { query: { year, quarter, branch } }, signal })),
    placeholderData: keepPreviousData,
  })

export const quarterOf = (day: Date): Quarter => ({ year: day.getFullYear(), quarter: Math.floor(day.getMonth() / 3) + 1 })

/** So many quarters in a row, this one last. */
export function lastQuarters({ year, quarter }: Quarter, many: number): Quarter[] {
  const last = year * 4 + quarter - 1
  return Array.from({ length: many }, (_, at) => last - many + 1 + at).map((each) => ({ year: Math.floor(each / 4), quarter: (each % 4) + 1 }))
}
