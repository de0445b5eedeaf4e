import { queryOptions } from '@tanstack/react-query'

import { api } from '~/api/client'
import { unwrap } from '~/api/problem'
import type { components } from '~/api/schema.gen'

export type AfterCaseRule = components['schemas']['AfterCaseRuleOut']

const keys = { rules: ['sales', 'after-case', 'rules'] as const }
export const afterCaseKeys = keys

export const rulesQuery = queryOptions({
  queryKey: keys.rules,
  queryFn: ({ signal }) => unwrap(api.GET('/api/v1/after-case/rules', { signal })),
})

export const measureQuery = queryOptions({
  queryKey: ['sales', 'after-case', 'measure'],
  queryFn: ({ signal }) => unwrap(api.GET('/api/v1/after-case/measure', { signal })),
})

export const decisionQuery = (case_id: string) =>
  queryOptions({
    queryKey: ['sales', 'after-case', 'decision', case_id],
    queryFn: ({ signal }) =>
      unwrap(api.GET('/api/v1/cases/{case_id}/after', { params: { path: { case_id } }, signal })),
    retry: false,
  })
