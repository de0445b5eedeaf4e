import { keepPreviousData, queryOptions } from '@tanstack/react-query'

import { api } from '~/api/client'
import { unwrap } from '~/api/problem'
import { keysetOptions } from '~/lib/keyset'

export const calendarKeys = { all: ['calendars'] as const, one: (key: string) => ['calendar', key] as const }

export const calendarsOptions = (archived: boolean) =>
  keysetOptions([...calendarKeys.all, archived], (cursor, signal) =>
    unwrap(api.GET('/api/v1/calendars', { params: { query: { archived, cursor, limit: 50 } }, signal })),
  )

export const calendarQuery = (key: string, year: number) =>
  queryOptions({
    queryKey: [...calendarKeys.one(key), year],
    queryFn: ({ signal }) => unwrap(api.GET('/api/v1/calendars/{key}', { params: { path: { key }, query: { year } }, signal })),
    placeholderData: keepPreviousData,
  })

export const versionsOptions = (key: string) =>
  keysetOptions([...calendarKeys.one(key), 'versions'], (cursor, signal) =>
    unwrap(api.GET('/api/v1/calendars/{key}/versions', { params: { path: { key }, query: { cursor } }, signal })),
  )

/** What differs between two versions; a side is a number, `published` or `draft`, which `stamp` tells apart over time. */
export const diffQuery = (key: string, before: string, after: string, stamp: number) =>
  queryOptions({
    queryKey: [...calendarKeys.one(key), 'diff', before, after, stamp],
    queryFn: ({ signal }) => unwrap(api.GET('/api/v1/calendars/{key}/diff', { params: { path: { key }, query: { before, after } }, signal })),
  })
