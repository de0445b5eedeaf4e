import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'

import { useMe } from '~/features/iam/public/me'
import { may } from '~/lib/permissions'
import type { CaseView } from '../model'
import { caseViewsQuery } from '../query'
import { type CaseFilters, filtersOf } from './filters'

export interface View {
  key: string
  label: string
  filters: CaseFilters
  /** Kept by somebody; without it the view comes with the program. */
  saved?: CaseView
}

const SHIPPED: readonly { key: string; filters: CaseFilters }[] = [
  { key: 'queue', filters: {} },
  { key: 'mine', filters: { assignee: 'me' } },
  { key: 'free', filters: { assignee: 'none' } },
  { key: 'review', filters: { review: 'WAITING' } },
  { key: 'watched', filters: { watched: '1' } },
  { key: 'resolved', filters: { scope: 'resolved' } },
  { key: 'closed', filters: { scope: 'closed' } },
]

/** The views of the queue, pinned ones in the front; which is open, and whether another name may be shared. */
export function useViews(filters: CaseFilters) {
  const { t } = useTranslation()
  const me = useMe()
  const { data } = useQuery(caseViewsQuery)
  const saved = (data?.items ?? []).map((each): View => ({ key: each.id, label: each.name, filters: filtersOf(each.filters), saved: each }))
  const views: View[] = [
    ...SHIPPED.slice(0, 3).map(({ key, filters: own }) => ({ key, label: t(`cases.views.${key as 'mine'}`), filters: own })),
    ...saved.toSorted((a, b) => Number(b.saved?.pinned) - Number(a.saved?.pinned)),
    ...SHIPPED.slice(3).map(({ key, filters: own }) => ({ key, label: t(`cases.views.${key as 'mine'}`), filters: own })),
  ]
  // Who hands out work starts with all of it, everybody else with their own.
  const start = saved.find((each) => each.saved?.is_default)?.key ?? (may(me, 'case', 'A') ? 'queue' : 'mine')
  const open = views.find((each) => each.key === (filters.view ?? start)) ?? views[0]!
  return { views, open, start, canShare: data?.can_share ?? false }
}
