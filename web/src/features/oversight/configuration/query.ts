import { api } from '~/api/client'
import { unwrap } from '~/api/problem'
import type { components } from '~/api/schema.gen'

type Schemas = components['schemas']
export type Plan = Schemas['ConfigurationPlanOut']
export type Document = Record<string, unknown>

/** What one request may carry; larger files go through the command line. */
export const MOST_BYTES = 2_500_000

export const exportConfiguration = () => unwrap(api.GET('/api/v1/configuration/export'))

export const previewConfiguration = (document: Document) => unwrap(api.POST('/api/v1/configuration/preview', { body: { document } }))

export const importConfiguration = (document: Document, stands: string, reason: string, lowering_seen: boolean) =>
  unwrap(api.POST('/api/v1/configuration/import', { body: { document, stands, reason, lowering_seen } }))
