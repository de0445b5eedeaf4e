import type { QueryClient } from '@tanstack/react-query'

const KEY = ['recent-searches']
const KEPT = 5

/** What this tab searched for, newest first. In memory only: names of customers do not belong in the browser's storage. */
export const recentSearches = (client: QueryClient): string[] => client.getQueryData<string[]>(KEY) ?? []

export function keepSearch(client: QueryClient, q: string): void {
  client.setQueryDefaults(KEY, { gcTime: Infinity })
  client.setQueryData<string[]>(KEY, (before = []) => [q, ...before.filter((each) => each !== q)].slice(0, KEPT))
}
