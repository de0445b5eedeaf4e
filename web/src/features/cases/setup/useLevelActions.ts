import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'

import { api } from '~/api/client'
import { hasStatus, isApiError, unwrap } from '~/api/problem'
import type { Draft } from '~/lib/draft'
import { toastDone, toastProblem } from '~/ui/toast'
import { contentOf } from './content'
import { type LevelContent, type LevelDetail, noteLevel } from './query'

/** What can be done to one service level; a stale draft is reported, every other refusal is told. */
export function useLevelActions(key: string, draft: Draft<LevelContent>, onStale: () => void) {
  const { t } = useTranslation()
  const client = useQueryClient()
  const params = { path: { key } }
  const took = (level: LevelDetail, keep: boolean) => {
    const server = { content: contentOf(level), version: level.version }
    if (keep) draft.saved(server)
    else draft.replace(server)
    noteLevel(client, level)
  }
  const onError = (error: unknown) => {
    if (isApiError(error) && error.code === 'stale_version') onStale()
    else if (!hasStatus(error, 422)) toastProblem(error)
  }
  const save = useMutation({
    mutationFn: (wanted: { content: LevelContent; version: number }) => unwrap(api.PUT('/api/v1/sla-policies/{key}/draft', { params, body: wanted })),
    onSuccess: (level) => {
      took(level, true)
      toastDone(t('levels.saved'))
    },
    onError,
  })
  const discard = useMutation({
    mutationFn: (version: number) => unwrap(api.DELETE('/api/v1/sla-policies/{key}/draft', { params: { ...params, query: { version } } })),
    onSuccess: (level) => {
      took(level, false)
      toastDone(t('levels.discarded'))
    },
    onError,
  })
  const publish = useMutation({
    mutationFn: (wanted: { version: number; effective_from: string; note: string }) => unwrap(api.POST('/api/v1/sla-policies/{key}/publish', { params, body: wanted })),
    onSuccess: (level) => {
      took(level, false)
      toastDone(t('levels.published', { number: level.versions[0]?.number }))
    },
    onError,
  })
  const restore = useMutation({
    mutationFn: (wanted: { version: number; number: number }) => unwrap(api.POST('/api/v1/sla-policies/{key}/restore', { params, body: wanted })),
    onSuccess: (level, { number }) => {
      took(level, false)
      toastDone(t('levels.restored', { number }))
    },
    onError,
  })
  /** The service level as the server has it now, for who lets go of the own draft. */
  const reload = useMutation({
    mutationFn: () => unwrap(api.GET('/api/v1/sla-policies/{key}', { params })),
    onSuccess: (level) => took(level, false),
    onError: toastProblem,
  })
  return { save, discard, publish, restore, reload }
}
