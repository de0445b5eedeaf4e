import type { Definition, State } from './definition'

/** States in which an item can rest: nobody waits at the start or in a gateway. */
export const restingStates = (definition: Definition): State[] => definition.states.filter((state) => state.kind === 'task' || state.kind === 'end')

const plain = (text: string) => text.trim().toLowerCase()

/**
 * A new state for each old one: the one with the same key, else the only one with the same title and kind.
 * A state without a likely successor is left open, for a person to decide.
 */
export function suggestMapping(before: Definition, after: Definition): Record<string, string | null> {
  const targets = restingStates(after)
  const mapping: Record<string, string | null> = {}
  for (const state of restingStates(before)) {
    const sameKey = targets.find((target) => target.key === state.key)
    const alike = targets.filter((target) => target.kind === state.kind && plain(target.title.id) === plain(state.title.id))
    mapping[state.key] = sameKey?.key ?? (alike.length === 1 ? (alike[0]?.key ?? null) : null)
  }
  return mapping
}

/** The decisions that are complete, as the server takes them. */
export function decided(mapping: Record<string, string | null>): Record<string, string> {
  return Object.fromEntries(Object.entries(mapping).filter((pair): pair is [string, string] => pair[1] !== null))
}
