import { type QueryClient, queryOptions } from '@tanstack/react-query'

import { api, BACKGROUND } from '~/api/client'
import { unwrap } from '~/api/problem'
import type { components } from '~/api/schema.gen'
import { keysetOptions } from '~/lib/keyset'

type Schemas = components['schemas']
export type Notice = Schemas['NoticeOut']
export type InboxSummary = Schemas['InboxSummaryOut']
export type InboxMark = Schemas['InboxMarkIn']
export type MailChoices = Schemas['MailChoicesOut']

export interface InboxFilters {
  box?: string
  unread?: string
  kind?: string
}

export const inboxKeys = {
  all: ['inbox'] as const,
  summary: ['inbox', 'summary'] as const,
  lists: ['inbox', 'list'] as const,
  mail: ['inbox-mail'] as const,
}

/** Nobody asked for the badge: looking at it does not keep the session alive. */
export const summaryQuery = queryOptions({
  queryKey: inboxKeys.summary,
  queryFn: ({ signal }) => unwrap(api.GET('/api/v1/inbox/summary', { signal, headers: BACKGROUND })),
})

export const isArchive = (filters: InboxFilters) => filters.box === 'archived'

export function noticesOptions(filters: InboxFilters) {
  const key = [...inboxKeys.lists, filters]
  return keysetOptions(key, (cursor, signal, client) =>
    unwrap(
      api.GET('/api/v1/inbox', {
        params: { query: { box: isArchive(filters) ? 'archived' : 'inbox', unread: filters.unread === 'yes', kind: filters.kind, cursor, limit: 50 } },
        signal,
        headers: client.getQueryData(key) === undefined ? {} : BACKGROUND,
      }),
    ),
  )
}

export const mailQuery = queryOptions({
  queryKey: inboxKeys.mail,
  queryFn: ({ signal }) => unwrap(api.GET('/api/v1/inbox/mail', { signal })),
  staleTime: 0,
})

export const saveMailChoices = (body: Schemas['MailChoicesIn']) =>
  unwrap(api.PUT('/api/v1/inbox/mail', { body }))

export const markNotices = (body: InboxMark) => unwrap(api.POST('/api/v1/inbox/mark', { body }))

/** Puts what a stream or an answer said about the badge on the screen, and lets the lists look again. */
export function noteUnread(client: QueryClient, unread: InboxSummary['unread']): void {
  client.setQueryData(inboxKeys.summary, (before: InboxSummary | undefined) => before && { ...before, unread })
  void client.invalidateQueries({ queryKey: inboxKeys.all })
}
