import { api } from '~/api/client'
import { unwrap } from '~/api/problem'
import type { components } from '~/api/schema.gen'
import { keysetOptions } from '~/lib/keyset'

type Schemas = components['schemas']
export type Document = Schemas['DocumentOut']
export type DocumentPage = Schemas['DocumentsOut']

export interface Subject {
  subject_type: string
  subject_id: string
}

export const documentKeys = { of: (subject: Subject) => ['documents', subject.subject_type, subject.subject_id] as const }

export const documentsOptions = (subject: Subject) =>
  keysetOptions<Document, DocumentPage>(documentKeys.of(subject), (cursor, signal) => unwrap(api.GET('/api/v1/documents', { params: { query: { ...subject, cursor } }, signal })))
