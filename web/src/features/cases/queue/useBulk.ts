import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'

import { api } from '~/api/client'
import { unwrap } from '~/api/problem'
import { toastDone, toastProblem } from '~/ui/toast'
import type { CaseRow } from '../model'
import { forgetLists, forgetSearches } from '../query'
import { type Bulk, type BulkAsked, MOST, named, type Result, wayBack } from './undo'
import type { useSelection } from './useSelection'

interface Asked {
  act: Bulk['act']
  rows: readonly CaseRow[]
  wanted: BulkAsked
}

const send = (body: Bulk) => unwrap(api.POST('/api/v1/cases/bulk', { body }))
const rowsOf = (rows: readonly CaseRow[], results: readonly Result[], ok: boolean) => {
  const ids = new Set(results.filter((each) => each.ok === ok).map((each) => each.id))
  return rows.filter((row) => ids.has(row.id))
}

/** Does one thing to all that are chosen; those that were refused stay chosen, each with its reason. */
export function useBulk(selection: ReturnType<typeof useSelection>) {
  const { t } = useTranslation()
  const client = useQueryClient()
  const onSettled = () => {
    forgetLists(client)
    forgetSearches(client)
  }
  const undo = useMutation({
    mutationFn: async ({ back }: { back: readonly Bulk[]; rows: readonly CaseRow[] }) => {
      const results: Result[] = []
      for (const body of back) results.push(...(await send(body)).results)
      return results
    },
    onSuccess: (results, { rows }) => {
      const [done, left] = [rowsOf(rows, results, true), rowsOf(rows, results, false)]
      const why = results.find((each) => !each.ok)?.message ?? ''
      const said = [done.length > 0 && t('cases.bulkUndone', { number: named(done) }), left.length > 0 && t('cases.bulkNotUndone', { number: named(left), why })]
      toastDone(said.filter(Boolean).join(' '))
    },
    onError: toastProblem,
    onSettled,
  })
  return useMutation({
    mutationFn: ({ act, rows, wanted }: Asked) =>
      send({ ...wanted, act, rows: rows.slice(0, MOST).map((row) => ({ id: row.id, version: row.version ?? 0 })) } as Bulk),
    onSuccess: ({ results }, { act, rows, wanted }) => {
      const refused = results.filter((each) => !each.ok)
      // What was refused stands in its row; the notice names what was done.
      selection.tell(new Map(refused.map((each) => [each.id, { ok: false, message: each.message }])))
      selection.keep(new Set(refused.map((each) => each.id)))
      const done = rowsOf(rows, results, true)
      if (done.length === 0) return
      const back = act === 'assign' ? wayBack(wanted, done, results) : []
      const lasting = done.length - back.reduce((count, each) => count + each.rows.length, 0)
      const note = lasting === 0 ? '' : back.length === 0 ? t('cases.bulkLasting') : t('cases.bulkPartLasting', { count: lasting })
      const message = `${t(`cases.done.${act}`, { number: named(done) })} ${note}`.trim()
      toastDone(message, back.length > 0 ? () => undo.mutate({ back, rows: done }) : undefined)
    },
    onError: toastProblem,
    onSettled,
  })
}
