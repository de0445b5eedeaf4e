import type { QueryClient } from '@tanstack/react-query'

/** Drops everything that belongs to the user who left; the demo users belong to nobody. */
export function forgetUser(client: QueryClient): void {
  client.removeQueries({ predicate: (query) => query.queryKey[0] !== 'demo' })
  client.getMutationCache().clear()
}
