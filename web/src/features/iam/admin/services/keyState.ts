import type { ServiceAccount, ServiceKey } from '../types'

const SOON_DAYS = 14
const DAY_MS = 86_400_000

/** Whether a key is in use but ends within a fortnight: whoever runs the program needs another one first. */
export const endsSoon = (key: Pick<ServiceKey, 'state' | 'expires_at'>, now: number) => key.state === 'ACTIVE' && Date.parse(key.expires_at) - now < SOON_DAYS * DAY_MS

/** The keys of an account that open something, and the moment when the first of them ends. */
export function activeKeys(account: Pick<ServiceAccount, 'keys'>): { keys: ServiceKey[]; next: ServiceKey | undefined } {
  const keys = account.keys.filter((key) => key.state === 'ACTIVE').sort((a, b) => Date.parse(a.expires_at) - Date.parse(b.expires_at))
  return { keys, next: keys[0] }
}

/** When a program last came, with any of its keys. */
export const lastUsed = (account: Pick<ServiceAccount, 'keys'>): string | null =>
  account.keys.reduce<string | null>((latest, { last_used_at: at }) => (at && (!latest || Date.parse(at) > Date.parse(latest)) ? at : latest), null)
