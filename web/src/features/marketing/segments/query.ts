import { keepPreviousData, queryOptions, type QueryClient } from '@tanstack/react-query'

import { api } from '~/api/client'
import { unwrap } from '~/api/problem'
import type { components, paths } from '~/api/schema.gen'
import { keysetOptions } from '~/lib/keyset'
import type { Field, RuleNode } from '~/ui/rules/rules'

type Schemas = components['schemas']
export type Segment = Schemas['SegmentOut']
export type SegmentKind = Segment['kind']
export type Refresh = Segment['refresh']
export type Preview = Schemas['SegmentPreviewOut']
export type Upload = Schemas['SegmentUploadOut']
export type Channel = NonNullable<Schemas['SegmentPreviewIn']['channel']>
type ListQuery = NonNullable<paths['/api/v1/segments']['get']['parameters']['query']>
type Rule = NonNullable<Schemas['SegmentIn']['rule_json']>

/** What narrows the list, as the address says it. */
export interface SegmentFilters {
  q?: string
  kind?: string
  archived?: string
}

export const KINDS: readonly SegmentKind[] = ['RULE', 'STATIC']
export const REFRESHES: readonly Refresh[] = ['NONE', 'HOURLY', 'DAILY']
export const CHANNELS: readonly Channel[] = ['EMAIL', 'WHATSAPP', 'SMS', 'PUSH', 'IN_APP']

/** A rule as the server's types have it: the same JSON. */
export const sentRule = (rule: RuleNode) => rule as unknown as Rule
/** The rule that came, as the builder reads it. */
export const ruleOf = (rule: unknown) => rule as RuleNode | null

const keys = { lists: ['segments', 'list'] as const, one: (id: string) => ['segments', 'one', id] as const }
const at = (segment_id: string) => ({ path: { segment_id } })

export const segmentsOptions = ({ q, kind, archived }: SegmentFilters) =>
  keysetOptions([...keys.lists, { q, kind, archived }], (cursor, signal) => {
    const query = { q, kind, archived: archived === 'yes', cursor, limit: 50 } as ListQuery
    return unwrap(api.GET('/api/v1/segments', { params: { query }, signal }))
  })

export const segmentQuery = (segmentId: string) =>
  queryOptions({
    queryKey: keys.one(segmentId),
    queryFn: ({ signal }) => unwrap(api.GET('/api/v1/segments/{segment_id}', { params: at(segmentId), signal })),
  })

/** What a rule may compare, in the shape of the rule builder. */
export const fieldsQuery = queryOptions({
  queryKey: ['segments', 'fields'],
  queryFn: async ({ signal }): Promise<Field[]> => {
    const { items } = await unwrap(api.GET('/api/v1/segment-fields', { signal }))
    return items.map(({ group_name, ...each }) => ({ ...each, group: group_name }))
  },
  staleTime: 300_000,
})

/** Whom a preview counts: a rule on the screen, or a segment as it is kept. */
export type Audience = { rule: RuleNode } | { segmentId: string }

/** Who would be chosen right now; what was counted last stays while the next is on its way. */
export const previewQuery = (audience: Audience | null, channel: string | null) =>
  queryOptions({
    queryKey: ['segments', 'preview', audience, channel],
    queryFn: ({ signal }) => {
      const whom = audience && 'rule' in audience ? { rule_json: sentRule(audience.rule) } : { segment_id: audience?.segmentId }
      return unwrap(api.POST('/api/v1/segments/preview', { body: { ...whom, channel: channel as Channel | null }, signal }))
    },
    enabled: audience !== null,
    retry: false,
    staleTime: 30_000,
    placeholderData: keepPreviousData,
  })

export const versionsOptions = (segmentId: string) =>
  keysetOptions([...keys.one(segmentId), 'versions'], (cursor, signal) =>
    unwrap(api.GET('/api/v1/segments/{segment_id}/versions', { params: { ...at(segmentId), query: { cursor, limit: 50 } }, signal })),
  )

export const refreshesOptions = (segmentId: string) =>
  keysetOptions([...keys.one(segmentId), 'refreshes'], (cursor, signal) =>
    unwrap(api.GET('/api/v1/segments/{segment_id}/refreshes', { params: { ...at(segmentId), query: { cursor, limit: 50 } }, signal })),
  )

export const membersOptions = (segmentId: string) =>
  keysetOptions([...keys.one(segmentId), 'members'], (cursor, signal) =>
    unwrap(api.GET('/api/v1/segments/{segment_id}/members', { params: { ...at(segmentId), query: { cursor, limit: 50 } }, signal })),
  )

export interface SegmentContent {
  name: string
  description: string
  refresh: Refresh
  rule: RuleNode | null
}

const body = ({ name, description, refresh, rule }: SegmentContent) => ({ name: name.trim(), description: description.trim(), refresh, rule_json: rule && sentRule(rule) })

export const createSegment = (kind: SegmentKind, content: SegmentContent, key: string) =>
  unwrap(api.POST('/api/v1/segments', { headers: { 'Idempotency-Key': key }, body: { ...body(content), kind } }))

export const changeSegment = (segmentId: string, version: number, content: SegmentContent) =>
  unwrap(api.PUT('/api/v1/segments/{segment_id}', { params: at(segmentId), body: { ...body(content), version } }))

export const archiveSegment = (segmentId: string, version: number) => unwrap(api.POST('/api/v1/segments/{segment_id}/archive', { params: at(segmentId), body: { version } }))

export const restoreSegment = (segmentId: string, version: number) => unwrap(api.POST('/api/v1/segments/{segment_id}/restore', { params: at(segmentId), body: { version } }))

export const refreshSegment = (segmentId: string) => unwrap(api.POST('/api/v1/segments/{segment_id}/refresh', { params: at(segmentId) }))

export const uploadList = (segmentId: string, version: number, text: string) =>
  unwrap(api.POST('/api/v1/segments/{segment_id}/upload', { params: at(segmentId), body: { version, text } }))

export const removeMembers = (segmentId: string, version: number, customer_ids: string[]) =>
  unwrap(api.POST('/api/v1/segments/{segment_id}/members/remove', { params: at(segmentId), body: { version, customer_ids } }))

/** A segment as it is now, everywhere that it shows. */
export function noteSegment(client: QueryClient, segment: Segment): void {
  client.setQueryData(keys.one(segment.segment_id), segment)
  renewSegments(client, segment.segment_id)
  void client.invalidateQueries({ queryKey: ['segments', 'preview', { segmentId: segment.segment_id }] })
}

export function renewSegments(client: QueryClient, segmentId?: string): void {
  void client.invalidateQueries({ queryKey: keys.lists })
  if (segmentId) void client.invalidateQueries({ queryKey: keys.one(segmentId) })
}
