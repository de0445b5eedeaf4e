/* What a definition may speak of: the roles, fields, actions, checks and calendars that the server knows. */
import type { Field, Word } from '~/ui/rules/rules'
import { type Doc, type Selection, stateById, transitionById } from './definition'

export interface Parameter {
  key: string
  type: 'text' | 'integer' | 'boolean' | 'choice'
  label: string
  required: boolean
  max_length: number
  choices: Word[]
}

export interface Action extends Word {
  undoable: boolean
  parameters: Parameter[]
}

export interface Vocabulary {
  roles: Word[]
  reaches: Word[]
  lanes: Word[]
  fields: Field[]
  /** What a move may bring along beside the subject's own fields, the reason first. */
  inputs: Parameter[]
  actions: Action[]
  checks: Word[]
  calendars: Word[]
  /** What the program relies on: these may not be renamed or taken away. */
  needs: { states: Record<string, string>; transitions: string[]; ends: boolean }
  /** What records of this subject can be: a state of one's own counts as one of them. None where the subject has no such list. */
  statuses: Word[]
  limits: { states: number; transitions: number; timers: number; guard: number }
}

export const nameOf = (words: readonly Word[], key: string) => words.find((word) => word.key === key)?.name ?? key

/** Whether the program relies on the selected state or transition, so that it may not be taken away. */
export function isNeeded(doc: Doc, needs: Vocabulary['needs'], selection: Selection): boolean {
  if (selection?.kind === 'state') return (stateById(doc, selection.id)?.key ?? '') in needs.states
  return needs.transitions.includes(transitionById(doc, selection?.id)?.key ?? '')
}
