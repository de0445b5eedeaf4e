// scaffold: leave out (the whole file)
import { queryOptions, type QueryClient } from '@tanstack/react-query'

import { api } from '~/api/client'
import { unwrap } from '~/api/problem'
import type { components } from '~/api/schema.gen'
import { keysetOptions } from '~/lib/keyset'
import { span } from '~/lib/range'

type Schemas = components['schemas']
export type Activity = Schemas['RmActivityOut']
export type ActivityType = Activity['type']
export type Outcome = Exclude<NonNullable<Schemas['RmActivityIn']['outcome']>, ''>
export type CalendarFeed = Schemas['CalendarFeedOut']

/** The record that work belongs to. */
export interface Subject {
  type: string
  id: string
}

/** Whose activities: of a customer, or of one record. */
export interface ActivityFilters {
  customerId?: string
  subjectId?: string
}

/** What narrows the list of everybody's activities, as the address says it. */
export interface ActivityListFilters {
  type?: string
  outcome?: string
  branch?: string
  by?: string
  from?: string
  to?: string
}

export const TYPES: readonly ActivityType[] = [
  'CALL',
  'MEETING',
  'NOTE',
  'VISIT',
  'EMAIL',
  'WHATSAPP',
]
export const OUTCOMES: readonly Outcome[] = [
  'REACHED',
  'NO_ANSWER',
  'CALL_BACK',
  'INTERESTED',
  'NOT_INTERESTED',
  'DONE',
]

const keys = { all: ['activities'] as const, feeds: ['calendar-feeds'] as const }

export const activitiesOptions = ({ customerId, subjectId }: ActivityFilters, limit: number) =>
  keysetOptions([...keys.all, customerId, subjectId, limit], (cursor, signal) =>
    unwrap(
      api.GET('/api/v1/activities', {
        params: { query: { customer_id: customerId, subject_id: subjectId, cursor, limit } },
        signal,
      }),
    ),
  )

export const activityListOptions = ({ type, outcome, branch, by, ...days }: ActivityListFilters) => {
  const { from: since, to: until } = span(days)
  const query = {
    activity_type: TYPES.find((each) => each === type),
    outcome: OUTCOMES.find((each) => each === outcome),
    branch,
    mine: by === 'me',
    by_managers: by === 'managers',
    since,
    until,
  }
  return keysetOptions([...keys.all, 'list', query], (cursor, signal) =>
    unwrap(api.GET('/api/v1/activities', { params: { query: { ...query, cursor, limit: 50 } }, signal })),
  )
}

export const feedsQuery = queryOptions({
  queryKey: keys.feeds,
  queryFn: ({ signal }) => unwrap(api.GET('/api/v1/calendar-feeds', { signal })),
})

/** An activity shows in lists, the timeline and the last contact; its next step in the tasks. */
export function noteActivity(client: QueryClient, activity: Activity): void {
  void client.invalidateQueries({ queryKey: keys.all })
  void client.invalidateQueries({ queryKey: ['timeline', activity.customer.id] })
  void client.invalidateQueries({ queryKey: ['customer360', activity.customer.id] })
  if (activity.next_task) void client.invalidateQueries({ queryKey: ['tasks'] })
}

export const forgetFeeds = (client: QueryClient) =>
  client.invalidateQueries({ queryKey: keys.feeds })
