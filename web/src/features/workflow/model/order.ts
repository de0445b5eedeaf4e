import { type Doc, type DocState, outgoing } from './definition'

/** The states in the order in which an item may come to them, from the start on; those that nothing leads to come last. */
export function inFlowOrder(doc: Doc): DocState[] {
  const seen = new Set<DocState>()
  const byKey = new Map<string, DocState>()
  for (const state of doc.states) if (!byKey.has(state.key)) byKey.set(state.key, state)
  const walk = (first: DocState) => {
    const waiting = [first]
    for (let state = waiting.shift(); state; state = waiting.shift()) {
      if (seen.has(state)) continue
      seen.add(state)
      for (const transition of outgoing(doc, state)) {
        const next = byKey.get(transition.to)
        if (next && !seen.has(next)) waiting.push(next)
      }
    }
  }
  for (const state of doc.states) if (state.kind === 'start') walk(state)
  for (const state of doc.states) if (!seen.has(state)) walk(state)
  return [...seen]
}
