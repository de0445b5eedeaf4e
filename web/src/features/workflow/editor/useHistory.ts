import { useCallback, useRef, useState } from 'react'

import type { Doc, Selection } from '../model/definition'
import { commit, type Edit, type History, redo, select, startHistory, undo } from '../model/history'

export interface Editing {
  history: History
  /** The document as of this moment: several edits may follow each other before the page is drawn again. */
  doc: () => Doc
  commit: (edit: Edit) => void
  select: (selection: Selection) => void
  undo: () => void
  redo: () => void
  /** The document that the server holds. */
  saved: Doc
  markSaved: (doc: Doc) => void
  restart: (doc: Doc) => void
}

/** The document under edit with its whole history. */
export function useHistory(start: () => Doc): Editing {
  const [history, setHistory] = useState(() => startHistory(start()))
  const [saved, markSaved] = useState(history.present.doc)
  const latest = useRef(history)
  const update = useCallback((next: History) => {
    latest.current = next
    setHistory(next)
  }, [])
  return {
    history,
    saved,
    markSaved,
    doc: useCallback(() => latest.current.present.doc, []),
    commit: useCallback((edit: Edit) => update(commit(latest.current, edit, Date.now())), [update]),
    select: useCallback((selection: Selection) => update(select(latest.current, selection)), [update]),
    undo: useCallback(() => update(undo(latest.current)), [update]),
    redo: useCallback(() => update(redo(latest.current)), [update]),
    restart: useCallback(
      (doc: Doc) => {
        update(startHistory(doc))
        markSaved(doc)
      },
      [update],
    ),
  }
}
