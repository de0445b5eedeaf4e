import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'

import { toastDone, toastProblem } from '~/ui/toast'
import { standingVersion } from '~/ui/useStale'
import type { Case, CaseRow } from '../model'
import { caseKeys, caseQuery, noteCase } from '../query'
import { CaseConflict } from './CaseConflict'
import { type Move, send, type Wanted } from './send'

interface Asked<M extends Move> {
  move: M
  wanted: Wanted<M>
  /** The case as the person saw it. */
  seen: CaseRow
  version: number
}

interface Options {
  onDone?: (one: Case, move: Move) => void
  /** The refusal was shown by the caller. */
  onRefused?: (error: unknown) => boolean
}

/** Does things to cases; what somebody else did meanwhile is shown beside it before anything is written over. */
export function useCaseAct({ onDone, onRefused }: Options = {}) {
  const { t } = useTranslation()
  const client = useQueryClient()
  const [stale, setStale] = useState<{ asked: Asked<Move>; current: Partial<Case>; version: number } | null>(null)
  const act = useMutation({
    mutationFn: ({ move, wanted, seen, version }: Asked<Move>) => send(move, seen.id, wanted, version),
    onSuccess: (one, { move }) => {
      setStale(null)
      noteCase(client, one)
      toastDone(t(`cases.done.${move}`, { number: one.case_no }))
      onDone?.(one, move)
    },
    onError: (error, asked) => {
      const now = standingVersion(error)
      if (now) return setStale({ asked, current: now.current as Partial<Case>, version: now.version })
      setStale(null)
      void client.invalidateQueries({ queryKey: caseKeys.one(asked.seen.id) })
      if (!onRefused?.(error)) toastProblem(error)
    },
  })
  // What the comparison showed has been seen, although the dialog behind it was opened before.
  const shown = useRef<Partial<Case> & { version?: number | null }>({})
  const run = <M extends Move>(move: M, opened: CaseRow, wanted: Wanted<M>) => {
    const seen = shown.current.id === opened.id && (shown.current.version ?? 0) > (opened.version ?? 0) ? { ...opened, ...shown.current } : opened
    act.mutate({ move, wanted, seen, version: seen.version ?? 0 } as Asked<Move>)
  }
  const dialog = stale && (
    <CaseConflict
      seen={stale.asked.seen}
      current={stale.current}
      move={stale.asked.move}
      busy={act.isPending}
      onAgain={() => act.mutate({ ...stale.asked, version: stale.version })}
      onLeave={() => {
        shown.current = { ...stale.current, id: stale.asked.seen.id, version: stale.version }
        setStale(null)
        void client.invalidateQueries({ queryKey: caseQuery(stale.asked.seen.id).queryKey })
      }}
    />
  )
  return { run, reset: act.reset, busy: act.isPending, move: act.isPending ? act.variables.move : null, error: act.error, conflict: stale !== null, dialog }
}
