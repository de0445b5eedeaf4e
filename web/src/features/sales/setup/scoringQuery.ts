import { queryOptions } from '@tanstack/react-query'

import { api } from '~/api/client'
import { unwrap } from '~/api/problem'
import type { components } from '~/api/schema.gen'

export type LeadScoring = components['schemas']['LeadScoringOut']

export const scoringQuery = queryOptions({
  queryKey: ['sales', 'scoring'],
  queryFn: ({ signal }) => unwrap(api.GET('/api/v1/lead-scoring', { signal })),
})
