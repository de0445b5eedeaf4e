import { type Doc, type DocState, type DocTransition, outgoing, type Selection, stateByKey, wordOf } from '../model/definition'
import { inFlowOrder } from '../model/order'
import { matches } from '~/lib/match'

export interface OutlineRow {
  /** A transition from several states has a row under each. */
  id: string
  level: 1 | 2
  state: DocState
  transition: DocTransition | null
  target: DocState | null
  selection: NonNullable<Selection>
  position: number
  setSize: number
}

/** The workflow as a list: its states in the order of the flow, below each the transitions that leave it. */
export function outlineRows(doc: Doc, folded: ReadonlySet<string>, query: string, language: string): OutlineRow[] {
  const wanted = (words: string) => query.trim() === '' || matches(query, words)
  const states = inFlowOrder(doc).flatMap((state) => {
    const ways = outgoing(doc, state)
    const own = wanted(`${wordOf(state.title, language)} ${state.key}`)
    const shown = own ? ways : ways.filter((way) => wanted(`${wordOf(way.title, language)} ${way.key}`))
    return own || shown.length > 0 ? [{ state, ways: shown }] : []
  })
  return states.flatMap(({ state, ways }, index) => {
    const row: OutlineRow = {
      id: state.id,
      level: 1,
      state,
      transition: null,
      target: null,
      selection: { kind: 'state', id: state.id },
      position: index + 1,
      setSize: states.length,
    }
    if (folded.has(state.id)) return [row]
    return [
      row,
      ...ways.map<OutlineRow>((transition, at) => ({
        id: `${state.id} ${transition.id}`,
        level: 2,
        state,
        transition,
        target: stateByKey(doc, transition.to) ?? null,
        selection: { kind: 'transition', id: transition.id },
        position: at + 1,
        setSize: ways.length,
      })),
    ]
  })
}
