import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'

import { api } from '~/api/client'
import { unwrap } from '~/api/problem'
import type { components } from '~/api/schema.gen'
import { toastDone, toastProblem } from '~/ui/toast'
import type { CaseRow } from '../model'
import { forgetLists, forgetSearches } from '../query'
import type { useSelection } from './useSelection'

type Body = components['schemas']['CaseBulkIn']

interface Asked {
  act: Body['act']
  rows: readonly CaseRow[]
  wanted: Partial<Body>
}

/** The most that one request takes. */
export const MOST = 100

/** Does one thing to all that are chosen; those that were refused stay chosen, each with its reason. */
export function useBulk(selection: ReturnType<typeof useSelection>) {
  const { t } = useTranslation()
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ act, rows, wanted }: Asked) =>
      unwrap(api.POST('/api/v1/cases/bulk', { body: { ...wanted, act, rows: rows.slice(0, MOST).map((row) => ({ id: row.id, version: row.version ?? 0 })) } as Body })),
    onSuccess: ({ results }) => {
      const refused = results.filter((each) => !each.ok)
      selection.tell(new Map(refused.map((each) => [each.id, { ok: false, message: each.message }])))
      selection.keep(new Set(refused.map((each) => each.id)))
      // What was refused stands in the bar, with what was done beside it.
      if (refused.length === 0) toastDone(t('cases.bulkDone', { count: results.length - refused.length }))
    },
    onError: toastProblem,
    onSettled: () => {
      forgetLists(client)
      forgetSearches(client)
    },
  })
}
