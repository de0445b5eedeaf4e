import { type QueryClient, queryOptions } from '@tanstack/react-query'

import { api } from '~/api/client'
import { unwrap } from '~/api/problem'
import type { components } from '~/api/schema.gen'

type Schemas = components['schemas']
export type Level = Schemas['LevelOut']
export type LevelDetail = Schemas['LevelDetailOut']
export type LevelContent = Schemas['LevelContentIn']
export type LevelRule = Schemas['LevelRuleIn']
export type Rung = Schemas['RungIn']
export type Target = Schemas['TargetIn']
export type LegalRules = Schemas['LegalRulesOut']
export type Category = Schemas['CategoryOut']
export type Product = Schemas['CaseProductOut']
export type Resolution = Schemas['ResolutionOut']
export type Explained = Schemas['ExplainedOut']

export const PRIORITIES = ['LOW', 'MEDIUM', 'HIGH', 'CRITICAL'] as const
export type Priority = (typeof PRIORITIES)[number]

export const setupKeys = { levels: ['sla-policies'] as const, legal: ['legal-rules'] as const, categories: ['case-categories'] as const, resolutions: ['case-resolutions'] as const, products: ['case-products'] as const, packs: ['case-packs'] as const }

export const levelsQuery = queryOptions({
  queryKey: setupKeys.levels,
  queryFn: ({ signal }) => unwrap(api.GET('/api/v1/sla-policies', { signal })),
})

export const levelQuery = (key: string) =>
  queryOptions({
    queryKey: [...setupKeys.levels, key],
    queryFn: ({ signal }) => unwrap(api.GET('/api/v1/sla-policies/{key}', { params: { path: { key } }, signal })),
  })

export const levelVersionQuery = (key: string, number: number) =>
  queryOptions({
    queryKey: [...setupKeys.levels, key, 'version', number],
    queryFn: ({ signal }) => unwrap(api.GET('/api/v1/sla-policies/{key}/versions/{number}', { params: { path: { key, number } }, signal })),
    // A published version never changes.
    staleTime: Infinity,
  })

export const legalQuery = queryOptions({
  queryKey: setupKeys.legal,
  queryFn: ({ signal }) => unwrap(api.GET('/api/v1/legal-rules', { signal })),
})

export const categoriesQuery = queryOptions({
  queryKey: [...setupKeys.categories, 'all'],
  queryFn: ({ signal }) => unwrap(api.GET('/api/v1/case-categories/all', { signal })),
})

export const resolutionsQuery = queryOptions({
  queryKey: [...setupKeys.resolutions, 'all'],
  queryFn: ({ signal }) => unwrap(api.GET('/api/v1/case-resolutions/all', { signal })),
})

export const productsQuery = queryOptions({
  queryKey: setupKeys.products,
  queryFn: ({ signal }) => unwrap(api.GET('/api/v1/case-products', { signal })),
})

export const packsQuery = queryOptions({
  queryKey: setupKeys.packs,
  queryFn: ({ signal }) => unwrap(api.GET('/api/v1/case-packs', { signal })),
})

/** The working calendars that a service level or a limit can count in. */
export const calendarNamesQuery = queryOptions({
  queryKey: ['calendars', 'names'],
  queryFn: ({ signal }) => unwrap(api.GET('/api/v1/calendars', { params: { query: { archived: false, limit: 100 } }, signal })),
  staleTime: 60_000,
})

export const unitNamesQuery = queryOptions({
  queryKey: ['units', 'names'],
  queryFn: ({ signal }) => unwrap(api.GET('/api/v1/units', { signal })),
  staleTime: 60_000,
})

/** The service level as it stands after a change. */
export function noteLevel(client: QueryClient, level: LevelDetail): void {
  client.setQueryData(levelQuery(level.key).queryKey, level)
  void client.invalidateQueries({ queryKey: setupKeys.levels, exact: true })
  // Which categories are covered may have changed.
  void client.invalidateQueries({ queryKey: setupKeys.categories })
}
