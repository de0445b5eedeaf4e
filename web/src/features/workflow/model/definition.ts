/* The definition of a workflow as the editor holds it: the server's data, each state and transition with an id of its own. */
import type { RuleNode } from '~/ui/rules/rules'

export const LANES = ['customer', 'agent', 'supervisor', 'unit', 'compliance', 'system'] as const
export type Lane = (typeof LANES)[number]

export const KINDS = ['start', 'task', 'gateway', 'end'] as const
export type Kind = (typeof KINDS)[number]

export const REACHES = ['OWN', 'PORTFOLIO', 'BRANCH', 'ALL'] as const
export type Reach = (typeof REACHES)[number]

export interface Text {
  id: string
  en: string
}

export interface Position {
  x: number
  /** From the top of the state's lane. */
  y: number
}

export type After = { seconds: number } | { working_seconds: number; calendar: string } | { field: string }
export type Parameters = Record<string, unknown>
export interface Effect {
  action: string
  with: Parameters
}
export type Then = { transition: string } | Effect

export interface StateTimer {
  key: string
  after: After
  then: Then
}

export interface State {
  key: string
  title: Text
  kind: Kind
  lane: Lane
  position: Position | null
  timers: StateTimer[]
  /** The status in which what rests here is listed and counted, where the state is none itself. */
  counts_as?: string
}

export interface People {
  roles: string[]
  reach: Reach
}
export type By = People | { system: true } | null

export type Guard = { cel: string } | { rule: RuleNode } | null

export interface Required {
  field: string
  min_length?: number
}

export interface Transition {
  key: string
  title: Text
  from: string[]
  to: string
  by: By
  guard: Guard
  checks: string[]
  required: Required[]
  effects: Effect[]
  rollback: People | null
}

export interface Definition {
  key: string
  title: Text
  subject: string
  states: State[]
  transitions: Transition[]
}

/** A key may change and may, for a moment, be double; the id of a state or transition stays through every edit. */
export type Identified<T> = T & { id: string }
export type DocState = Identified<State>
export type DocTransition = Identified<Transition>
export interface Doc extends Omit<Definition, 'states' | 'transitions'> {
  states: DocState[]
  transitions: DocTransition[]
}

export const STATE_KEY = /^[A-Z][A-Z0-9_]{0,39}$/
export const TRANSITION_KEY = /^[a-z][a-z0-9_]{0,39}$/
export const GUARD_LENGTH = 1000

export const isPeople = (by: By): by is People => by !== null && 'roles' in by
/** A pseudo-state is passed through: nobody moves an item out of it, the first transition whose guard holds is taken. */
export const isPassing = (kind: Kind) => kind === 'start' || kind === 'gateway'

export function openDefinition(definition: Definition): Doc {
  return {
    ...definition,
    states: definition.states.map((state, index) => ({ ...state, id: `s${index}` })),
    transitions: definition.transitions.map((transition, index) => ({ ...transition, id: `t${index}` })),
  }
}

/** What is sent to the server: the document without the editor's own ids. */
export function contentOf(doc: Doc): Definition {
  return {
    ...doc,
    states: doc.states.map(({ id: _, ...state }) => state),
    transitions: doc.transitions.map(({ id: _, ...transition }) => transition),
  }
}

export const stateById = (doc: Doc, id: string | undefined) => doc.states.find((state) => state.id === id)
export const stateByKey = (doc: Doc, key: string) => doc.states.find((state) => state.key === key)
export const transitionById = (doc: Doc, id: string | undefined) => doc.transitions.find((transition) => transition.id === id)

/** The transitions out of a state, in the order in which they are tried. */
export const outgoing = (doc: Doc, state: State) => doc.transitions.filter((transition) => transition.from.includes(state.key))
export const incoming = (doc: Doc, state: State) => doc.transitions.filter((transition) => transition.to === state.key)

export type Selection = { kind: 'state' | 'transition'; id: string } | null

export const sameSelection = (one: Selection, other: Selection) => one?.kind === other?.kind && one?.id === other?.id

/** The words of a text in the reader's language; a translation that is still missing shows the other one. */
export const wordOf = (text: Text, language: string) => (language === 'en' ? text.en || text.id : text.id || text.en)
