/* Edits of states. Each takes a document and gives the next one; nothing is changed in place. */
import { type By, type Doc, type DocState, type Kind, type Lane, type Position, type State, type Text, isPassing, outgoing, stateById } from './definition'
import { follows, stateKeyOf, unused } from './keys'

const NOBODY: By = { roles: [], reach: 'BRANCH' }

export function freshId(doc: Doc, letter: 's' | 't'): string {
  const rows = letter === 's' ? doc.states : doc.transitions
  return `${letter}${rows.reduce((most, row) => Math.max(most, Number(row.id.slice(1)) + 1), 0)}`
}

export const replaceState = (doc: Doc, id: string, change: (state: DocState) => DocState): Doc => ({
  ...doc,
  states: doc.states.map((state) => (state.id === id ? change(state) : state)),
})

export interface NewState {
  kind: Kind
  lane: Lane
  title: Text
  position?: Position | null
}

export function addState(doc: Doc, { kind, lane, title, position = null }: NewState): { doc: Doc; id: string } {
  const id = freshId(doc, 's')
  const key = unused(stateKeyOf(title.id), doc.states.map((state) => state.key))
  return { doc: { ...doc, states: [...doc.states, { id, key, title, kind, lane, position, timers: [] }] }, id }
}

export const editState = (doc: Doc, id: string, change: Partial<Omit<State, 'key' | 'kind'>>): Doc => replaceState(doc, id, (state) => ({ ...state, ...change }))

/** Gives the state another key and follows it in every transition. */
export function setStateKey(doc: Doc, id: string, key: string): Doc {
  const before = stateById(doc, id)?.key
  if (before === undefined || before === key) return doc
  const next = (each: string) => (each === before ? key : each)
  return {
    ...replaceState(doc, id, (state) => ({ ...state, key })),
    transitions: doc.transitions.map((transition) =>
      transition.to === before || transition.from.includes(before) ? { ...transition, from: transition.from.map(next), to: next(transition.to) } : transition,
    ),
  }
}

/** Gives the state another title; a key that was made from the old one follows, unless it is in use by a published version. */
export function setStateTitle(doc: Doc, id: string, title: Text, published: ReadonlySet<string>): Doc {
  const state = stateById(doc, id)
  if (!state) return doc
  const titled = editState(doc, id, { title })
  if (title.id === state.title.id || published.has(state.key) || !follows(state.key, stateKeyOf(state.title.id))) return titled
  return setStateKey(titled, id, unused(stateKeyOf(title.id), doc.states.filter((each) => each.id !== id).map((each) => each.key)))
}

/** Turns a state into another kind; its transitions are taken by people, or by themselves where an item only passes through. */
export function setStateKind(doc: Doc, id: string, kind: Kind): Doc {
  const state = stateById(doc, id)
  if (!state || state.kind === kind) return doc
  const leaving = new Set(outgoing(doc, state).map((transition) => transition.id))
  return {
    ...replaceState(doc, id, (each) => ({ ...each, kind, timers: isPassing(kind) ? [] : each.timers })),
    transitions: doc.transitions.map((transition) => {
      if (!leaving.has(transition.id)) return transition
      if (isPassing(kind)) return { ...transition, by: null, rollback: null }
      return transition.by === null ? { ...transition, by: NOBODY } : transition
    }),
  }
}

export function moveStates(doc: Doc, places: ReadonlyMap<string, { lane: Lane; position: Position | null }>): Doc {
  return { ...doc, states: doc.states.map((state) => (places.has(state.id) ? { ...state, ...places.get(state.id) } : state)) }
}

/** Takes states away, with the transitions that led to them or had no other origin. */
export function removeStates(doc: Doc, ids: ReadonlySet<string>): Doc {
  const gone = new Set(doc.states.filter((state) => ids.has(state.id)).map((state) => state.key))
  const states = doc.states.filter((state) => !ids.has(state.id))
  // A double of the key may remain; then the transitions belong to it.
  for (const state of states) gone.delete(state.key)
  return {
    ...doc,
    states,
    transitions: doc.transitions.flatMap((transition) => {
      const from = transition.from.filter((key) => !gone.has(key))
      if (gone.has(transition.to) || (from.length === 0 && transition.from.length > 0)) return []
      return from.length === transition.from.length ? [transition] : [{ ...transition, from }]
    }),
  }
}

/** A second state like the first, beside it, without its transitions; timers that take a transition stay behind with it. */
export function duplicateState(doc: Doc, id: string, suffix: Text): { doc: Doc; id: string } | null {
  const state = stateById(doc, id)
  if (!state) return null
  const title = { id: `${state.title.id} ${suffix.id}`, en: state.title.en && `${state.title.en} ${suffix.en}` }
  const position = state.position && { x: state.position.x + 24, y: state.position.y + 72 }
  const kind = state.kind === 'start' ? 'task' : state.kind
  const added = addState(doc, { kind, lane: state.lane, title, position })
  return { id: added.id, doc: editState(added.doc, added.id, { timers: state.timers.filter((timer) => 'action' in timer.then) }) }
}
