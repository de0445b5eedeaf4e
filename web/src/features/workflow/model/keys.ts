import { type Doc, STATE_KEY, TRANSITION_KEY } from './definition'

const LENGTH = 40

const plain = (title: string) =>
  title
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^A-Za-z0-9]+/g, '_')
    .replace(/^[_0-9]+|_+$/g, '')
    .slice(0, LENGTH)

/** `Tinjau berkas` as the key of a state: TINJAU_BERKAS. */
export const stateKeyOf = (title: string) => plain(title).toUpperCase() || 'STATE'

/** `Tinjau berkas` as the key of a transition: tinjau_berkas. */
export const transitionKeyOf = (title: string) => plain(title).toLowerCase() || 'transition'

/** The key itself, or with the first number that makes it unused. */
export function unused(key: string, taken: readonly string[]): string {
  if (!taken.includes(key)) return key
  for (let number = 2; ; number += 1) {
    const next = `${key.slice(0, LENGTH - String(number).length - 1)}_${number}`
    if (!taken.includes(next)) return next
  }
}

/** Whether the key was made from that title, so that it may follow when the title changes. */
export const follows = (key: string, base: string) => key === base || (key.startsWith(`${base}_`) && /^\d+$/.test(key.slice(base.length + 1)))

export type KeyProblem = 'pattern' | 'double'

export function stateKeyProblem(doc: Doc, id: string, key: string): KeyProblem | null {
  if (!STATE_KEY.test(key)) return 'pattern'
  return doc.states.some((state) => state.key === key && state.id !== id) ? 'double' : null
}

export function transitionKeyProblem(doc: Doc, id: string, key: string): KeyProblem | null {
  if (!TRANSITION_KEY.test(key)) return 'pattern'
  return doc.transitions.some((transition) => transition.key === key && transition.id !== id) ? 'double' : null
}
