import type { CaseView, KeptFilters, ListQuery } from '../model'

/** The queue's filters as the address holds them. */
export interface CaseFilters {
  view?: string
  branch?: string[]
  status?: string[]
  priority?: string[]
  category?: string[]
  channel?: string[]
  product?: string[]
  /** An id, `me` or `none`. */
  assignee?: string
  unit?: string
  overdue?: string
  watched?: string
  /** Without a first response although it is due. */
  first_late?: string
  review?: string
  scope?: string
  sort?: string
  q?: string
}

export const SCOPES = ['open', 'resolved', 'closed'] as const
export type Scope = (typeof SCOPES)[number]
export const scopeOf = (filters: CaseFilters): Scope => SCOPES.find((each) => each === filters.scope) ?? 'open'

const LISTS = ['branch', 'status', 'priority', 'category', 'channel', 'product'] as const
const WORDS = ['assignee', 'unit', 'review', 'scope', 'sort'] as const
const SWITCHES = ['overdue', 'first_late', 'watched'] as const
const FIELDS = [...LISTS, ...WORDS, ...SWITCHES]

const canonical = (filters: CaseFilters) => JSON.stringify(FIELDS.map((field) => [filters[field] ?? []].flat().toSorted()))

/** What can be a case number, whole or its last part: the server's pattern, since an address is written down on its way. */
const NUMBER = /^(?:CASE[- ])?(?:2[01][0-9]{2}[- ])?(?:[A-Z0-9_]{1,20}[- ])*[0-9]{1,9}$/i
export const isNumber = (text: string) => NUMBER.test(text.trim())

/** The same rows in the same order, whatever the view is called and in whatever order the values were chosen. */
export const sameFilters = (a: CaseFilters, b: CaseFilters) => canonical(a) === canonical(b)

/** Whether the late ones stand apart: in the queue as it comes. */
export const isDivided = (filters: CaseFilters) => scopeOf(filters) === 'open' && !filters.sort && !filters.q && !filters.overdue && !filters.first_late

export const isFiltered = (filters: CaseFilters) => [...LISTS, ...SWITCHES, 'assignee', 'unit', 'review', 'q'].some((field) => filters[field as 'q'] !== undefined)

const SORTS: Record<Scope, readonly string[]> = { open: ['due', '-created', 'priority'], resolved: ['due'], closed: ['-closed'] }
export const sortsOf = (scope: Scope) => SORTS[scope]

/** The filters as the operations take them, without what was not chosen. */
export function listQuery(filters: CaseFilters): ListQuery {
  const scope = scopeOf(filters)
  const sort = SORTS[scope].find((each) => each === filters.sort)
  const chosen: Record<string, unknown> = { ...(scope !== 'open' && { scope }), ...(sort && { sort }) }
  for (const field of ['assignee', 'unit', 'review', ...LISTS] as const) if (filters[field] !== undefined) chosen[field] = filters[field]
  if (filters.q !== undefined && isNumber(filters.q)) chosen.q = filters.q
  for (const field of SWITCHES) if (filters[field]) chosen[field] = true
  // What is answered has one state each.
  if (scope !== 'open') delete chosen.status
  return chosen as ListQuery
}

/** What a view keeps of them. */
export function keptFilters(filters: CaseFilters): KeptFilters {
  const { q: _number, ...kept } = listQuery(filters)
  return kept as KeptFilters
}

/** The way back: a kept view as the address holds it. */
export function filtersOf(kept: CaseView['filters']): CaseFilters {
  const found: Record<string, unknown> = {}
  for (const field of [...LISTS, ...WORDS]) if (kept[field] !== undefined) found[field] = kept[field]
  for (const field of SWITCHES) if (kept[field]) found[field] = '1'
  return found as CaseFilters
}
