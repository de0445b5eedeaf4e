import { createContext, useContext } from 'react'

import type { Doc, Selection } from '../model/definition'
import type { Problem } from '../model/places'
import type { Vocabulary } from '../model/vocabulary'
import type { Actions } from './useActions'

/** Keys that a published version holds: items rest in them, so they no longer follow the title. */
export interface PublishedKeys {
  states: ReadonlySet<string>
  transitions: ReadonlySet<string>
}

export interface EditorValue {
  doc: Doc
  selection: Selection
  problems: readonly Problem[]
  vocabulary: Vocabulary
  readOnly: boolean
  published: PublishedKeys
  act: Actions
}

export const EditorContext = createContext<EditorValue | null>(null)

/** The editor around this part of the page. */
export function useEditor(): EditorValue {
  const value = useContext(EditorContext)
  if (!value) throw new Error('This part of the page belongs inside the workflow editor.')
  return value
}
