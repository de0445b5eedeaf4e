import { useMemo } from 'react'

import type { ListQuery } from '../model'
import type { CaseFilters } from './filters'

/** The list that a case was opened from: kept with the history entry, never in the URL. */
export interface FromQueue {
  query: ListQuery
  words: string
  filters: CaseFilters
}

declare module '@tanstack/react-router' {
  interface HistoryState {
    queue?: FromQueue
  }
}

/** The same object as long as it says the same, so that rows are not drawn again. */
export function useSame<T>(value: T): T {
  const said = JSON.stringify(value)
  return useMemo(() => JSON.parse(said) as T, [said])
}
