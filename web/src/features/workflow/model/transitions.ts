/* Edits of transitions. Each takes a document and gives the next one; nothing is changed in place. */
import { type Doc, type DocState, type DocTransition, type Lane, type Kind, type Position, type Text, type Transition, isPassing, stateById, transitionById } from './definition'
import { follows, transitionKeyOf, unused } from './keys'
import { addState, freshId } from './states'

export const replaceTransition = (doc: Doc, id: string, change: (transition: DocTransition) => DocTransition): Doc => ({
  ...doc,
  transitions: doc.transitions.map((transition) => (transition.id === id ? change(transition) : transition)),
})

const keyFor = (doc: Doc, base: string, id?: string) => unused(base, doc.transitions.filter((each) => each.id !== id).map((each) => each.key))

export function addTransition(doc: Doc, from: DocState, to: DocState, title: Text): { doc: Doc; id: string } {
  const id = freshId(doc, 't')
  const transition: DocTransition = {
    id,
    key: keyFor(doc, transitionKeyOf(title.id)),
    title,
    from: [from.key],
    to: to.key,
    by: isPassing(from.kind) ? null : { roles: [], reach: 'BRANCH' },
    guard: null,
    checks: [],
    required: [],
    effects: [],
    rollback: null,
  }
  return { doc: { ...doc, transitions: [...doc.transitions, transition] }, id }
}

interface Appended {
  kind: Kind
  lane: Lane
  position: Position | null
  title: Text
  transitionTitle: Text
}

/** A new state with a transition that leads to it. */
export function appendState(doc: Doc, from: DocState, { transitionTitle, ...next }: Appended): { doc: Doc; id: string } | null {
  const added = addState(doc, next)
  const to = stateById(added.doc, added.id)
  return to ? { doc: addTransition(added.doc, from, to, transitionTitle).doc, id: added.id } : null
}

export const editTransition = (doc: Doc, id: string, change: Partial<Omit<Transition, 'key'>>): Doc =>
  replaceTransition(doc, id, (transition) => ({ ...transition, ...change }))

/** Gives the transition another key and follows it in the timers that take it. */
export function setTransitionKey(doc: Doc, id: string, key: string): Doc {
  const before = transitionById(doc, id)?.key
  if (before === undefined || before === key) return doc
  return {
    ...replaceTransition(doc, id, (transition) => ({ ...transition, key })),
    states: doc.states.map((state) =>
      state.timers.some((timer) => 'transition' in timer.then && timer.then.transition === before)
        ? {
            ...state,
            timers: state.timers.map((timer) =>
              'transition' in timer.then && timer.then.transition === before ? { ...timer, then: { transition: key } } : timer,
            ),
          }
        : state,
    ),
  }
}

/** Gives the transition another title; a key that was made from the old one follows, unless a published version has it. */
export function setTransitionTitle(doc: Doc, id: string, title: Text, published: ReadonlySet<string>): Doc {
  const transition = transitionById(doc, id)
  if (!transition) return doc
  const titled = editTransition(doc, id, { title })
  if (title.id === transition.title.id || published.has(transition.key) || !follows(transition.key, transitionKeyOf(transition.title.id))) return titled
  return setTransitionKey(titled, id, keyFor(doc, transitionKeyOf(title.id), id))
}

export const removeTransition = (doc: Doc, id: string): Doc => ({ ...doc, transitions: doc.transitions.filter((transition) => transition.id !== id) })

/** Moves the transition one place up or down among those that leave the same state: where items pass through, order decides. */
export function shiftTransition(doc: Doc, id: string, stateKey: string, step: 1 | -1): Doc {
  const siblings = doc.transitions.map((transition, index) => ({ transition, index })).filter(({ transition }) => transition.from.includes(stateKey))
  const at = siblings.findIndex(({ transition }) => transition.id === id)
  const here = siblings[at]
  const there = siblings[at + step]
  if (!here || !there) return doc
  const transitions = [...doc.transitions]
  transitions[here.index] = there.transition
  transitions[there.index] = here.transition
  return { ...doc, transitions }
}

/** Lets one end of the transition point to another state. */
export function reconnect(doc: Doc, id: string, end: { from: [before: string, after: string] } | { to: string }): Doc {
  return replaceTransition(doc, id, (transition) => {
    if ('to' in end) return { ...transition, to: end.to }
    const [before, after] = end.from
    return { ...transition, from: [...new Set(transition.from.map((key) => (key === before ? after : key)))] }
  })
}
