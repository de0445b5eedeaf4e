import type { Doc, Selection } from './definition'

/** A finding of the server about a definition; `path` is a JSON pointer into the content that was checked. */
export interface Finding {
  code: string
  path: string
  severity: 'error' | 'warning'
  message: string
}

/** Where in the editor a problem is mended: what to select, and which field of the inspector to enter. */
export interface Place {
  selection: Selection
  /** The field as a path inside the state or transition: `guard`, `timers/0/after`. Empty when it concerns the whole. */
  field: string
}

export interface Problem extends Finding {
  place: Place
}

const unescape = (part: string) => part.replaceAll('~1', '/').replaceAll('~0', '~')

/** Turns the path of a finding into a place; a path that leads nowhere in the document concerns the definition. */
export function placeOf(doc: Doc, path: string): Place {
  const [collection, position, ...rest] = path.split('/').slice(1).map(unescape)
  const field = rest.join('/')
  const row = collection === 'states' ? doc.states[Number(position)] : collection === 'transitions' ? doc.transitions[Number(position)] : undefined
  if (row) return { selection: { kind: collection === 'states' ? 'state' : 'transition', id: row.id }, field }
  return { selection: null, field: [collection, position, ...rest].filter((part) => part !== undefined).join('/') }
}

/** Errors before warnings, otherwise in the order of the definition. */
export const problemsOf = (doc: Doc, findings: readonly Finding[]): Problem[] =>
  findings
    .map((finding) => ({ ...finding, place: placeOf(doc, finding.path) }))
    .sort((one, other) => Number(one.severity === 'warning') - Number(other.severity === 'warning'))

export type Severity = Finding['severity']

/** The worst problem of each state and transition, by its id. */
export function worst(problems: readonly Problem[]): ReadonlyMap<string, { severity: Severity; count: number }> {
  const found = new Map<string, { severity: Severity; count: number }>()
  for (const { place, severity } of problems) {
    if (!place.selection) continue
    const before = found.get(place.selection.id)
    found.set(place.selection.id, { severity: before?.severity === 'error' ? 'error' : severity, count: (before?.count ?? 0) + 1 })
  }
  return found
}

/** The problems of one field of the inspector; those of its parts count with it. */
export const within = (problems: readonly Problem[], field: string) =>
  problems.filter(({ place }) => place.field === field || place.field.startsWith(`${field}/`))
