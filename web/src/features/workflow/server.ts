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
export type Workflow = Omit<Schemas['WorkflowDetailOut'], 'draft' | 'published'> & { draft: Draft; published: Version | null }
export type DiffLine = Schemas['WorkflowChangeOut']

export interface Item {
  id: string
  workflow: string
  subject_type: string
  subject_id: string
  subject_label: string | null
  subject_address: string | null
  branch_code: string | null
  state: string
  state_title: string
  ended: boolean
  definition_version: number
  version: number
  started_at: string
  entered_at: string
}
export interface Required {
  field: string
  label: string
  type: string
  min_length: number | null
  max_length: number | null
  choices: { key: string; name: string }[]
  accepted: boolean
}
export interface Way {
  transition: string
  title: string
  to: string
  to_title: string
  allowed: boolean
  reason: string | null
  required: Required[]
}
export interface RollBack {
  allowed: boolean
  reason: string | null
  transition: string | null
  transition_title: string | null
  to: string | null
  to_title: string | null
}
export interface Move {
  seq: number
  kind: 'START' | 'MOVE' | 'TIMER' | 'ROLLBACK' | 'MIGRATE'
  transition: string | null
  transition_title: string | null
  from_state: string | null
  from_title: string | null
  to_state: string
  to_title: string
  at: string
  by: Person
  reason: string
  definition_version: number
  undone: boolean
}
export interface ItemDetail extends Item {
  moves: Way[]
  rollback: RollBack
  timers: { key: string; due_at: string; status: 'PENDING' | 'FIRED' | 'CANCELLED' | 'FAILED' }[]
  history: Move[]
}
export interface Migration {
  id: string | null
  workflow: string
  from: number
  to: number
  status: 'WAITING' | 'RUNNING' | 'DONE' | null
  total: number
  done: number
  states: { state: string; title: { id: string; en: string }; items: number; ended: boolean; to: string | null }[]
  problems: { code: string; path: string; severity: 'error' | 'warning'; message: string }[]
  problem: string
}
