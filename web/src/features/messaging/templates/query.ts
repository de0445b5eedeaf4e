import { keepPreviousData, queryOptions, type QueryClient } from '@tanstack/react-query'

import { api } from '~/api/client'
import { unwrap } from '~/api/problem'
import type { components, paths } from '~/api/schema.gen'
import { keysetOptions } from '~/lib/keyset'

type Schemas = components['schemas']
export type Template = Schemas['TemplateOut']
export type TemplateDetail = Schemas['TemplateDetailOut']
export type Version = Schemas['TemplateVersionOut']
export type Difference = Schemas['TemplateDifferenceOut']
export type Token = Schemas['TemplateTokenOut']
export type Trial = Schemas['TemplateRenderOut']
export type RenderIn = Schemas['TemplateRenderIn']
export type Content = RenderIn['content']
export type EmailContent = Schemas['EmailContent']
export type WhatsAppContent = Schemas['WhatsAppContent']
export type Block = EmailContent['blocks'][number]
export type Leaf = Schemas['BlockColumn']['blocks'][number]
export type Language = 'id' | 'en'
type ListQuery = NonNullable<paths['/api/v1/message-templates']['get']['parameters']['query']>

/** What narrows the library, as the address says it. */
export interface TemplateFilters {
  channel?: string
  purpose?: string
  language?: string
  status?: string
  q?: string
}

export const CHANNELS = ['EMAIL', 'WHATSAPP', 'SMS', 'PUSH', 'IN_APP'] as const
export const PURPOSES = ['SERVICE', 'MARKETING', 'COLLECTION'] as const
export const STATUSES = ['DRAFT', 'SUBMITTED', 'APPROVED', 'REJECTED', 'RETIRED'] as const
export const LANGUAGES: readonly Language[] = ['id', 'en']

const keys = { all: ['message-templates'] as const, lists: ['message-templates', 'list'] as const, one: (id: string) => ['message-templates', 'one', id] as const }

export const templatesOptions = (filters: TemplateFilters) =>
  keysetOptions([...keys.lists, filters], (cursor, signal) =>
    unwrap(api.GET('/api/v1/message-templates', { params: { query: { ...filters, cursor, limit: 24 } as ListQuery }, signal })),
  )

export const templateQuery = (template_id: string) =>
  queryOptions({
    queryKey: keys.one(template_id),
    queryFn: ({ signal }) => unwrap(api.GET('/api/v1/message-templates/{template_id}', { params: { path: { template_id } }, signal })),
  })

export const versionQuery = (template_id: string, version_id: string) =>
  queryOptions({
    queryKey: [...keys.one(template_id), 'version', version_id],
    queryFn: ({ signal }) => unwrap(api.GET('/api/v1/message-templates/{template_id}/versions/{version_id}', { params: { path: { template_id, version_id } }, signal })),
  })

export const differenceQuery = (template_id: string, before: string, after: string) =>
  queryOptions({
    queryKey: [...keys.one(template_id), 'compare', before, after],
    queryFn: ({ signal }) => unwrap(api.GET('/api/v1/message-templates/{template_id}/compare', { params: { path: { template_id }, query: { before, after } }, signal })),
  })

export const tokensQuery = queryOptions({
  queryKey: [...keys.all, 'tokens'],
  queryFn: ({ signal }) => unwrap(api.GET('/api/v1/message-templates/tokens', { signal })),
  staleTime: Infinity,
})

/** How a content reads; what was shown last stays while the next is on its way. */
export const trialQuery = (body: RenderIn | undefined) =>
  queryOptions({
    queryKey: [...keys.all, 'trial', body],
    queryFn: ({ signal }) => unwrap(api.POST('/api/v1/message-templates/render', { body: body!, signal })),
    enabled: body !== undefined,
    staleTime: 60_000,
    placeholderData: keepPreviousData,
  })

/** A template as it is now, everywhere that it shows. */
export function renewTemplate(client: QueryClient, template?: TemplateDetail): void {
  if (template) client.setQueryData(keys.one(template.id), template)
  void client.invalidateQueries({ queryKey: keys.lists })
  if (template) void client.invalidateQueries({ queryKey: [...keys.one(template.id), 'version'] })
}

export const forgetTemplate = (client: QueryClient, id: string) => client.invalidateQueries({ queryKey: keys.one(id) })

/** Saves the words of a language against the revision that they were read at. */
export const saveDraft = (template_id: string, language: Language, revision: number, content: Content) =>
  unwrap(api.PUT('/api/v1/message-templates/{template_id}/drafts/{language}', { params: { path: { template_id, language } }, body: { revision, content } }))

type Act = 'submit' | 'approve' | 'reject' | 'retire'
export type VersionAct = Exclude<Act, 'submit'>

export function decideVersion(template_id: string, version_id: string, act: VersionAct, note = ''): Promise<TemplateDetail> {
  const params = { path: { template_id, version_id } }
  if (act === 'approve') return unwrap(api.POST('/api/v1/message-templates/{template_id}/versions/{version_id}/approve', { params }))
  if (act === 'retire') return unwrap(api.POST('/api/v1/message-templates/{template_id}/versions/{version_id}/retire', { params }))
  return unwrap(api.POST('/api/v1/message-templates/{template_id}/versions/{version_id}/reject', { params, body: { note } }))
}

export const submitVersion = (template_id: string, version_id: string, revision: number) =>
  unwrap(api.POST('/api/v1/message-templates/{template_id}/versions/{version_id}/submit', { params: { path: { template_id, version_id } }, body: { revision } }))

/** What a language begins with that has no words yet. */
export function emptyContent(channel: Template['channel']): Content {
  switch (channel) {
    case 'EMAIL':
      return { channel, subject: '', preheader: '', blocks: [{ type: 'header', title: '' }, { type: 'text', text: '' }, { type: 'footer', text: '', unsubscribe: true }] }
    case 'SMS':
      return { channel, body: '' }
    case 'PUSH':
      return { channel, title: '', body: '', link: '' }
    case 'IN_APP':
      return { channel, title: '', body: '', buttons: [] }
    case 'WHATSAPP':
      return { channel, header: { kind: 'NONE', text: '', url: '' }, body: '', footer: '', buttons: [] }
  }
}
