import { type Doc, type Selection, stateById, transitionById } from './definition'

/** One step of the editing history: what the document became, and what was selected when it did. */
export interface Step {
  doc: Doc
  selection: Selection
  /** What was done, in words; the first step has none. */
  label: string
}

export interface History {
  past: readonly Step[]
  present: Step
  future: readonly Step[]
  /** Edits with the same tag that follow each other closely are one step: a word typed, a node nudged. */
  tag: string | null
  at: number
}

export interface Edit {
  doc: Doc
  label: string
  selection?: Selection
  tag?: string
}

const TOGETHER_MS = 1200

export const startHistory = (doc: Doc): History => ({ past: [], present: { doc, selection: null, label: '' }, future: [], tag: null, at: 0 })

/** A selection that the document still holds, or none. */
export function held(doc: Doc, selection: Selection): Selection {
  if (!selection) return null
  return (selection.kind === 'state' ? stateById(doc, selection.id) : transitionById(doc, selection.id)) ? selection : null
}

export function commit(history: History, edit: Edit, now: number): History {
  const { present } = history
  if (edit.doc === present.doc) return edit.selection === undefined ? history : select(history, edit.selection)
  const selection = held(edit.doc, edit.selection === undefined ? present.selection : edit.selection)
  const next: Step = { doc: edit.doc, selection, label: edit.label }
  const together = edit.tag !== undefined && edit.tag === history.tag && now - history.at < TOGETHER_MS && history.past.length > 0
  return { past: together ? history.past : [...history.past, present], present: next, future: [], tag: edit.tag ?? null, at: now }
}

/** Selecting is no edit: it is remembered with the step but cannot be undone. */
export const select = (history: History, selection: Selection): History => ({
  ...history,
  present: { ...history.present, selection: held(history.present.doc, selection) },
})

export function undo(history: History): History {
  const before = history.past.at(-1)
  if (!before) return history
  const selection = held(before.doc, history.present.selection) ?? before.selection
  return { past: history.past.slice(0, -1), present: { ...before, selection }, future: [history.present, ...history.future], tag: null, at: 0 }
}

export function redo(history: History): History {
  const [after, ...future] = history.future
  if (!after) return history
  return { past: [...history.past, history.present], present: after, future, tag: null, at: 0 }
}
