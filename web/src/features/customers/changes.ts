import type { Changes } from '~/api/models'

export type Values = Record<string, string | boolean | null | undefined>

/** What differs from the start; a text field left empty was not touched. */
export function changedOnly(start: Values, now: Values): Changes {
  const changes: Changes = {}
  for (const [field, value] of Object.entries(now)) {
    const trimmed = typeof value === 'string' ? value.trim() : value
    if (trimmed === '' || trimmed === null || trimmed === undefined || trimmed === start[field]) continue
    changes[field] = trimmed
  }
  return changes
}

/** The server names a field plainly (`phone_e164`) or with its path (`changes.phone_e164`, `body.changes.phone_e164`). */
export function fieldErrors(fields: Record<string, string[]>): Record<string, string> {
  return Object.fromEntries(Object.entries(fields).map(([name, messages]) => [name.split('.').at(-1) ?? name, messages.join(' ')]))
}
