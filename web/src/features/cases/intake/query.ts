import { keepPreviousData, queryOptions } from '@tanstack/react-query'

import { api } from '~/api/client'
import { unwrap } from '~/api/problem'
import type { components } from '~/api/schema.gen'

type Schemas = components['schemas']
export type PreviewIn = Schemas['CasePreviewIn']
export type Preview = Schemas['CasePreviewOut']
export type CreateIn = Schemas['CaseCreateIn']

/** What the case would be, were it opened now. Nothing is stored. */
export const previewQuery = (wanted: PreviewIn | null) =>
  queryOptions({
    queryKey: ['case-preview', wanted],
    queryFn: ({ signal }) => unwrap(api.POST('/api/v1/cases/preview', { body: wanted as PreviewIn, signal })),
    enabled: wanted !== null,
    placeholderData: keepPreviousData,
    retry: false,
  })
