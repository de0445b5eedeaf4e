import { queryOptions } from '@tanstack/react-query'

import { api, BACKGROUND } from '~/api/client'
import { unwrap } from '~/api/problem'
import { keysetOptions } from '~/lib/keyset'
import type { Definition } from './model/definition'
import type { Draft, Version, Workflow } from './server'

export const keys = {
  all: ['workflows'] as const,
  one: (key: string) => ['workflow', key] as const,
}

/** The generated type of a content cannot say what is a union; both are the same JSON. */
type Sent = { content: never }
const sent = (content: Definition) => ({ content: content as never }) satisfies Sent
const one = (key: string) => ({ path: { key } })

export const workflowsOptions = () => keysetOptions(keys.all, (cursor, signal) => unwrap(api.GET('/api/v1/workflows', { params: { query: { cursor, limit: 50 } }, signal })))

export const workflowQuery = (key: string) =>
  queryOptions({
    queryKey: keys.one(key),
    queryFn: async ({ signal }) => (await unwrap(api.GET('/api/v1/workflows/{key}', { params: one(key), signal }))) as unknown as Workflow,
  })

export const saveDraft = async (key: string, content: Definition, version: number) =>
  (await unwrap(api.PUT('/api/v1/workflows/{key}/draft', { params: one(key), body: { ...sent(content), version } }))) as unknown as Draft

export const discardDraft = async (key: string, version: number) =>
  (await unwrap(api.DELETE('/api/v1/workflows/{key}/draft', { params: { ...one(key), query: { version } } }))) as unknown as Draft

export const checkContent = (key: string, content: Definition, signal: AbortSignal) => unwrap(api.POST('/api/v1/workflows/{key}/check', { params: one(key), body: sent(content), signal }))

export const publish = (key: string, version: number, note: string) => unwrap(api.POST('/api/v1/workflows/{key}/publish', { params: one(key), body: { version, note } }))

export const restoreVersion = (key: string, number: number | 'shipped', version: number) => unwrap(api.POST('/api/v1/workflows/{key}/restore', { params: one(key), body: { number, version } }))

export const versionsOptions = (key: string) =>
  keysetOptions([...keys.one(key), 'versions'], (cursor, signal) => unwrap(api.GET('/api/v1/workflows/{key}/versions', { params: { ...one(key), query: { cursor, limit: 50 } }, signal })))

export const versionQuery = (key: string, number: number) =>
  queryOptions({
    queryKey: [...keys.one(key), 'version', number],
    queryFn: async ({ signal }) => (await unwrap(api.GET('/api/v1/workflows/{key}/versions/{number}', { params: { path: { key, number } }, signal }))) as unknown as Version,
    // A published version never changes.
    staleTime: Infinity,
  })

export const diffQuery = (key: string, before: string, after: string) =>
  queryOptions({
    queryKey: [...keys.one(key), 'diff', before, after],
    queryFn: async ({ signal }) => (await unwrap(api.GET('/api/v1/workflows/{key}/diff', { params: { ...one(key), query: { before, after } }, signal }))).items,
  })

export interface ItemFilters {
  state?: string
  version?: string
}

export const itemsOptions = (key: string, { state, version }: ItemFilters) =>
  keysetOptions([...keys.one(key), 'items', { state, version }], (cursor, signal) => {
    // A version that the URL made up is the server's to refuse.
    const query = { state, version: version === undefined ? undefined : Number(version), cursor, limit: 50 }
    return unwrap(api.GET('/api/v1/workflows/{key}/items', { params: { ...one(key), query }, signal }))
  })

const item = (itemId: string) => ({ path: { item_id: itemId } })

export const itemQuery = (itemId: string) =>
  queryOptions({
    queryKey: ['workflow-item', itemId],
    queryFn: ({ signal }) => unwrap(api.GET('/api/v1/workflow-items/{item_id}', { params: item(itemId), signal })),
  })

export interface MoveBody {
  transition: string
  version: number
  reason: string
  fields: Record<string, unknown>
}

export const moveItem = (itemId: string, body: MoveBody) => unwrap(api.POST('/api/v1/workflow-items/{item_id}/moves', { params: item(itemId), body }))

export const rollbackItem = (itemId: string, version: number, reason: string) =>
  unwrap(api.POST('/api/v1/workflow-items/{item_id}/rollback', { params: item(itemId), body: { version, reason } }))

export interface MigrationBody {
  from: number
  to: number
  mapping: Record<string, string>
  dry_run: boolean
  reason: string
}

export const migrate = (key: string, body: MigrationBody) => unwrap(api.POST('/api/v1/workflows/{key}/migrations', { params: one(key), body }))

export const cancelMigration = (id: string) => unwrap(api.POST('/api/v1/workflow-migrations/{migration_id}/cancel', { params: { path: { migration_id: id } } }))

/** Whether nothing of a migration is under way any more. */
export const isOver = (status: string | null | undefined) => status === 'DONE' || status === 'CANCELLED'

const POLL_MS = 1000

export const migrationQuery = (id: string) =>
  queryOptions({
    queryKey: ['workflow-migration', id],
    queryFn: ({ signal, client, queryKey }) =>
      unwrap(
        api.GET('/api/v1/workflow-migrations/{migration_id}', {
          params: { path: { migration_id: id } },
          signal,
          // Looking on while it runs does not keep the session alive.
          headers: client.getQueryData(queryKey) === undefined ? {} : BACKGROUND,
        }),
      ),
    refetchInterval: ({ state }) => (isOver(state.data?.status) || state.status === 'error' ? false : POLL_MS),
  })
