/* The shapes of the API that this feature reads; a definition's content is typed by hand, since its parts are unions. */
import type { components } from '~/api/schema.gen'
import type { Definition } from './model/definition'

type Schemas = components['schemas']
type WithContent<T> = Omit<T, 'content'> & { content: Definition }

export type Person = Schemas['WorkflowPersonOut']
export type Published = Schemas['WorkflowVersionOut']
export type Version = WithContent<Schemas['WorkflowVersionContentOut']>
export type WorkflowRow = Schemas['WorkflowOut']
export type Draft = WithContent<Schemas['WorkflowDraftOut']>
export type Workflow = Omit<Schemas['WorkflowDetailOut'], 'draft' | 'published' | 'shipped'> & {
  draft: Draft
  published: Version | null
  /** What came with the product; its content only where it differs from what is in force. */
  shipped: { differs: boolean; content: Definition | null } | null
}
export type DiffLine = Schemas['WorkflowChangeOut']

export type Item = Schemas['WorkflowItemOut']
export type ItemDetail = Schemas['WorkflowItemDetailOut']
export type Required = Schemas['WorkflowRequiredOut']
export type Way = Schemas['WorkflowPossibleOut']
export type Move = Schemas['WorkflowMoveOut']
export type Migration = Schemas['WorkflowMigrationOut']
