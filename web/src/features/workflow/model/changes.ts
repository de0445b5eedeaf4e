import type { Definition, State, Transition } from './definition'

export type Change = 'added' | 'removed' | 'changed'

export interface Changes {
  states: ReadonlyMap<string, Change>
  transitions: ReadonlyMap<string, Change>
  /** The definition's own title or subject differs. */
  itself: boolean
}

/** Where a node stands is no change of what the workflow does. */
const meaning = ({ position: _, ...state }: State) => state

const stable = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(stable)
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(
    Object.entries(value)
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([key, each]) => [key, stable(each)]),
  )
}

/** Whether two values say the same, whatever the order of their keys. */
export const equal = (one: unknown, other: unknown) => JSON.stringify(stable(one)) === JSON.stringify(stable(other))

function compare<T extends { key: string }>(before: readonly T[], after: readonly T[], of: (row: T) => unknown): Map<string, Change> {
  const old = new Map(before.map((row) => [row.key, row]))
  const found = new Map<string, Change>()
  for (const row of after) {
    const was = old.get(row.key)
    if (!was) found.set(row.key, 'added')
    else if (!equal(of(was), of(row))) found.set(row.key, 'changed')
    old.delete(row.key)
  }
  for (const key of old.keys()) found.set(key, 'removed')
  return found
}

/** What is added, removed and changed between two definitions, by key. */
export function changesBetween(before: Definition, after: Definition): Changes {
  return {
    states: compare(before.states, after.states, meaning),
    transitions: compare(before.transitions, after.transitions, (row: Transition) => row),
    itself: !equal(before.title, after.title) || before.subject !== after.subject,
  }
}

/** Both definitions on one drawing: the later one, with what was taken away since. */
export function overlay(before: Definition, after: Definition): Definition {
  const states = new Set(after.states.map((state) => state.key))
  const transitions = new Set(after.transitions.map((transition) => transition.key))
  return {
    ...after,
    states: [...after.states, ...before.states.filter((state) => !states.has(state.key))],
    transitions: [...after.transitions, ...before.transitions.filter((transition) => !transitions.has(transition.key))],
  }
}
