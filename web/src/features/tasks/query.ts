import { queryOptions, type QueryClient } from '@tanstack/react-query'

import { api } from '~/api/client'
import { unwrap } from '~/api/problem'
import type { components, paths } from '~/api/schema.gen'
import { dayKey } from '~/lib/format'
import { keysetOptions } from '~/lib/keyset'

type Schemas = components['schemas']
export type Task = Schemas['TaskOut']
export type TaskStatus = Task['status']
type SearchIn = Schemas['TaskSearchIn']
type ListQuery = NonNullable<paths['/api/v1/tasks']['get']['parameters']['query']>

/** What narrows the list, as the address says it. */
export interface TaskFilters {
  view?: string
  mine?: string
  overdue?: string
  due?: string
  customer?: string
  sort?: string
}

export const VIEWS = ['open', 'done', 'skipped', 'all'] as const
export type View = (typeof VIEWS)[number]
/** Due within so many days from today. */
export const DUE: Record<string, number> = { today: 1, week: 7 }

const DAY_MS = 86_400_000
const STATUS: Record<View, TaskStatus | undefined> = { open: 'OPEN', done: 'DONE', skipped: 'SKIPPED', all: undefined }

/** What is still to be done comes first; the rest is asked for by name. */
export const viewOf = (filters: TaskFilters): View => VIEWS.find((each) => each === filters.view) ?? 'open'

export const isFiltered = ({ mine, overdue, due, customer }: TaskFilters) => Boolean(mine ?? overdue ?? due ?? customer)

/** The question to the server; what the address made up is the server's to refuse. */
export function listQuery(filters: TaskFilters, today = new Date()): ListQuery {
  const days = filters.due ? DUE[filters.due] : undefined
  return {
    status: STATUS[viewOf(filters)],
    mine: filters.mine === 'yes' || undefined,
    overdue: filters.overdue === 'yes' || undefined,
    due_before: days ? dayKey(new Date(today.getTime() + days * DAY_MS)) : filters.due,
    customer_id: filters.customer,
    sort: filters.sort as ListQuery['sort'],
  }
}

const keys = { all: ['tasks'] as const, lists: ['tasks', 'list'] as const, one: (taskId: string) => ['tasks', 'one', taskId] as const }

/** The list; words that it is searched by go in the body, and into no address. */
export const tasksOptions = (filters: TaskFilters, text: string) => {
  const query = listQuery(filters)
  return keysetOptions([...keys.lists, query, text], (cursor, signal) =>
    text
      ? unwrap(api.POST('/api/v1/tasks/search', { body: { ...query, q: text, cursor, limit: 50 } as SearchIn, signal }))
      : unwrap(api.GET('/api/v1/tasks', { params: { query: { ...query, cursor, limit: 50 } }, signal })),
  )
}

export const taskQuery = (task_id: string) =>
  queryOptions({
    queryKey: keys.one(task_id),
    queryFn: ({ signal }) => unwrap(api.GET('/api/v1/tasks/{task_id}', { params: { path: { task_id } }, signal })),
  })

/** Whom a task about a customer can be given to. */
export const ownersQuery = (customer_id: string) =>
  queryOptions({
    queryKey: [...keys.all, 'owners', customer_id],
    queryFn: ({ signal }) => unwrap(api.GET('/api/v1/tasks/owners', { params: { query: { customer_id } }, signal })),
    staleTime: 60_000,
  })

/** A task as it is now, everywhere that it shows. */
export function noteTask(client: QueryClient, task: Task): void {
  client.setQueryData(keys.one(task.id), task)
  void client.invalidateQueries({ queryKey: keys.lists })
}

// scaffold: leave out
/** A moment as a field of date and time shows it, where the organisation works. */
export const momentTyped = (moment: string | null | undefined) =>
  moment ? new Date(Date.parse(moment) + 7 * 3_600_000).toISOString().slice(0, 16) : ''

/** The moment of what was typed; the one that stood there where nothing was changed. */
export const momentOf = (typed: string, before: string | null | undefined) =>
  typed === momentTyped(before) ? (before ?? null) : typed ? `${typed}:00+07:00` : null
// scaffold: end

/** Somebody else may have changed it. */
export const forgetTask = (client: QueryClient, taskId: string) => client.invalidateQueries({ queryKey: keys.one(taskId) })
