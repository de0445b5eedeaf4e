import { keepPreviousData, queryOptions } from '@tanstack/react-query'

import { api } from '~/api/client'
import { unwrap } from '~/api/problem'
import type { components, paths } from '~/api/schema.gen'

type Schemas = components['schemas']
export type Dashboard = Schemas['DashboardOut']
export type Tile = Schemas['DashboardTileOut']
export type Chart = Schemas['DashboardChartOut']
export type Value = Schemas['DashboardValueOut']
export type Schedule = Schemas['DashboardScheduleOut']
export type Unit = Schemas['Unit']
export type Frequency = Schemas['Frequency']
type DashboardQuery = NonNullable<
  paths['/api/v1/dashboards/{key}']['get']['parameters']['query']
>
export type Preset = NonNullable<DashboardQuery['preset']>

/** What narrows a dashboard, as the address says it. */
export interface DashboardFilters {
  branch?: string
  preset?: string
  from?: string
  to?: string
  schedules?: string
}

export const PRESETS: readonly Preset[] = [
  'last_7',
  'last_30',
  'last_90',
  'month',
  'last_month',
  'year',
]
export const FREQUENCIES: readonly Frequency[] = ['DAILY', 'WEEKLY', 'MONTHLY']

export const presetOf = (filters: DashboardFilters): Preset | undefined =>
  filters.from || filters.to
    ? undefined
    : (PRESETS.find((each) => each === filters.preset) ?? 'last_30')

/** The same for the server. */
export const queryOf = (filters: DashboardFilters): DashboardQuery => ({
  branch: filters.branch,
  preset: presetOf(filters),
  since: filters.from,
  until: filters.to,
})

export const dashboardsQuery = queryOptions({
  queryKey: ['dashboards'],
  queryFn: ({ signal }) => unwrap(api.GET('/api/v1/dashboards', { signal })),
})

export const dashboardQuery = (key: string, filters: DashboardFilters) => {
  const query = queryOf(filters)
  return queryOptions({
    queryKey: ['dashboards', key, query],
    queryFn: ({ signal }) =>
      unwrap(api.GET('/api/v1/dashboards/{key}', { params: { path: { key }, query }, signal })),
    placeholderData: keepPreviousData,
  })
}

export const schedulesQuery = queryOptions({
  queryKey: ['dashboards', 'schedules'],
  queryFn: ({ signal }) => unwrap(api.GET('/api/v1/dashboard-schedules', { signal })),
})

export const recipientsQuery = (key: string, branch: string | undefined) =>
  queryOptions({
    queryKey: ['dashboards', 'recipients', key, branch],
    queryFn: ({ signal }) =>
      unwrap(
        api.GET('/api/v1/dashboards/{key}/recipients', {
          params: { path: { key }, query: { branch } },
          signal,
        }),
      ),
  })
