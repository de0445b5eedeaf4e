import { useCallback, useMemo, useState } from 'react'

import type { CaseRow } from '../model'

/** Which rows are chosen, and what the last act on several of them said of each. */
export function useSelection(rows: readonly CaseRow[]) {
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set())
  const [results, setResults] = useState<ReadonlyMap<string, { ok: boolean; message: string | null }>>(new Map())
  const toggle = useCallback(
    (id: string) =>
      setIds((before) => {
        const next = new Set(before)
        if (!next.delete(id)) next.add(id)
        return next
      }),
    [],
  )
  const clear = useCallback(() => {
    setIds(new Set())
    setResults(new Map())
  }, [])
  // A row that has left the list is not acted upon.
  const chosen = useMemo(() => rows.filter((row) => ids.has(row.id)), [rows, ids])
  const all = useCallback(() => setIds((before) => (before.size > 0 ? new Set() : new Set(rows.filter((row) => !row.hidden).map((row) => row.id)))), [rows])
  return { ids, chosen, results, toggle, clear, all, keep: setIds, tell: setResults }
}
