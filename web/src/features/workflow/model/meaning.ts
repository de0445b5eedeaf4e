import { type Doc, outgoing, type State, wordOf } from './definition'

/** One line that says what a state is for: what can be done there. */
export const meaningOf = (doc: Doc, state: State, language: string): string =>
  outgoing(doc, state)
    .map((transition) => wordOf(transition.title, language))
    .filter(Boolean)
    .join(' · ')
