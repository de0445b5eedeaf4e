import { queryOptions, type QueryClient } from '@tanstack/react-query'

import { api } from '~/api/client'
import { unwrap } from '~/api/problem'
import type { components } from '~/api/schema.gen'
import { keysetOptions } from '~/lib/keyset'

type Schemas = components['schemas']
export type Breach = Schemas['BreachOut']
export type Assessment = Schemas['AssessmentOut']
export type Processing = Assessment['kind']

export const PROCESSING: readonly Processing[] = ['SCORING', 'MATCHING', 'SEGMENTATION', 'PROFILING']

export const breachesOptions = keysetOptions(['protection', 'breaches'], (cursor, signal) => unwrap(api.GET('/api/v1/data-breaches', { params: { query: { cursor, limit: 50 } }, signal })))

export const assessmentsOptions = keysetOptions(['protection', 'assessments'], (cursor, signal) =>
  unwrap(api.GET('/api/v1/impact-assessments', { params: { query: { cursor, limit: 50 } }, signal })),
)

/** Looking at the persons affected is recorded: asked for once, and kept while the page is open. */
export const affectedQuery = (breach_id: string) =>
  queryOptions({
    queryKey: ['protection', 'affected', breach_id],
    queryFn: ({ signal }) => unwrap(api.GET('/api/v1/data-breaches/{breach_id}/customers', { params: { path: { breach_id } }, signal })),
    staleTime: 300_000,
  })

export function renewProtection(client: QueryClient): void {
  void client.invalidateQueries({ queryKey: ['protection', 'breaches'] })
  void client.invalidateQueries({ queryKey: ['protection', 'assessments'] })
}
