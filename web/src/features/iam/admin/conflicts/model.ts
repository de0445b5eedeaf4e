/* Which of the roles that somebody is about to hold must not be held by one person: what the server will say, before it is asked. */
import type { Role, RoleConflict } from '../types'

export interface FoundConflict {
  pair: RoleConflict
  /** The two roles that are picked, by key: those of the pair or made after them. */
  roles: [string, string]
}

type Family = Pick<Role, 'key' | 'based_on'>

/** The pairs among the picked roles of which at least one is new, without those that the person is excepted from. */
export function conflictsAmong(pairs: readonly RoleConflict[], roles: readonly Family[], picked: readonly string[], before: readonly string[], excepted: ReadonlySet<string>): FoundConflict[] {
  const belongs = (key: string, to: string) => key === to || roles.find((role) => role.key === key)?.based_on?.key === to
  return pairs
    .filter((pair) => !excepted.has(pair.id))
    .flatMap((pair) =>
      picked
        .filter((one) => belongs(one, pair.first.key))
        .flatMap((one) => picked.filter((other) => other !== one && belongs(other, pair.second.key)).map((other): [string, string] => [one, other]))
        .filter((both) => both.some((key) => !before.includes(key)))
        .map((both) => ({ pair, roles: both })),
    )
}
