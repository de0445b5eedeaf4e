import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'

import { api } from '~/api/client'
import type { Calendar, CalendarContent } from '~/api/models'
import { hasStatus, isApiError, unwrap } from '~/api/problem'
import type { Draft } from '~/lib/draft'
import { toastDone, toastProblem } from '~/ui/toast'
import { calendarKeys, calendarQuery } from './query'

interface Wanted {
  content: CalendarContent
  version: number
}

/** What can be done to one calendar; a stale draft is reported, every other refusal is told. */
export function useActions(key: string, year: number, draft: Draft<CalendarContent>, onStale: () => void) {
  const { t } = useTranslation()
  const client = useQueryClient()
  const params = { path: { key } }

  const took = (calendar: Calendar, keep: boolean) => {
    const server = { content: calendar.draft.content, version: calendar.draft.version }
    if (keep) draft.saved(server)
    else draft.replace(server)
    // The answer speaks of this year's holidays; another year on the screen asks for its own.
    client.setQueryData(calendarQuery(key, year).queryKey, (before) => (before ? { ...calendar, year: before.year, holidays: before.holidays } : calendar))
    void client.invalidateQueries({ queryKey: calendarKeys.all })
    void client.invalidateQueries({ queryKey: [...calendarKeys.one(key), 'versions'] })
  }
  const failed = (error: unknown) => {
    if (isApiError(error) && error.code === 'stale_version') onStale()
    else if (!hasStatus(error, 422)) toastProblem(error)
  }

  const save = useMutation({
    mutationFn: (wanted: Wanted) => unwrap(api.PUT('/api/v1/calendars/{key}/draft', { params, body: wanted })),
    onSuccess: (calendar) => {
      took(calendar, true)
      toastDone(calendar.draft.changed ? t('calendars.saved') : t('calendars.savedNothing'))
    },
    onError: failed,
  })
  const discard = useMutation({
    mutationFn: (version: number) => unwrap(api.DELETE('/api/v1/calendars/{key}/draft', { params: { ...params, query: { version } } })),
    onSuccess: (calendar) => {
      took(calendar, false)
      toastDone(t('calendars.discarded'))
    },
    onError: failed,
  })
  const approve = useMutation({
    mutationFn: (wanted: { version: number; note: string }) => unwrap(api.POST('/api/v1/calendars/{key}/approve', { params, body: wanted })),
    onSuccess: (calendar) => {
      took(calendar, false)
      toastDone(t('calendars.approved', { number: calendar.published?.number }))
    },
    onError: failed,
  })
  const restore = useMutation({
    mutationFn: (wanted: { version: number; number: number }) => unwrap(api.POST('/api/v1/calendars/{key}/restore', { params, body: wanted })),
    onSuccess: (calendar, { number }) => {
      took(calendar, false)
      toastDone(t('calendars.restored', { number }))
    },
    onError: failed,
  })
  const archive = useMutation({
    mutationFn: (archived: boolean) =>
      archived ? unwrap(api.POST('/api/v1/calendars/{key}/archive', { params })) : unwrap(api.DELETE('/api/v1/calendars/{key}/archive', { params })),
    onSuccess: (calendar, archived) => {
      took(calendar, false)
      toastDone(archived ? t('calendars.archiveDone') : t('calendars.unarchiveDone'))
    },
    onError: failed,
  })
  /** The draft as the server has it now, for who lets go of the own. */
  const reload = useMutation({
    mutationFn: () => unwrap(api.GET('/api/v1/calendars/{key}', { params: { ...params, query: { year } } })),
    onSuccess: (calendar) => took(calendar, false),
    onError: toastProblem,
  })
  return { save, discard, approve, restore, archive, reload }
}

export type Actions = ReturnType<typeof useActions>
