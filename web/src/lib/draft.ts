import { useCallback, useReducer } from 'react'

interface Server<Content> {
  content: Content
  version: number
}

interface State<Content> {
  /** What the server holds, and the version that a save is made from. */
  base: Server<Content>
  past: Content[]
  now: Content
  future: Content[]
}

type Step<Content> = { do: 'change'; to: Content } | { do: 'undo' } | { do: 'redo' } | { do: 'saved'; server: Server<Content>; keep: boolean }

const KEPT = 200

function next<Content>(state: State<Content>, step: Step<Content>): State<Content> {
  switch (step.do) {
    case 'change':
      if (same(state.now, step.to)) return state
      return { ...state, past: [...state.past, state.now].slice(-KEPT), now: step.to, future: [] }
    case 'undo': {
      const before = state.past.at(-1)
      return before ? { ...state, past: state.past.slice(0, -1), now: before, future: [state.now, ...state.future] } : state
    }
    case 'redo': {
      const [after, ...rest] = state.future
      return after ? { ...state, past: [...state.past, state.now], now: after, future: rest } : state
    }
    case 'saved':
      // After a save the steps before it can still be undone; another person's content starts anew.
      return step.keep ? { ...state, base: step.server, now: step.server.content } : { base: step.server, past: [], now: step.server.content, future: [] }
  }
}

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b)

/** A draft on the screen: every change can be undone and redone until the page is left. */
export function useDraft<Content>(server: Server<Content>): Draft<Content> {
  const [state, step] = useReducer(next<Content>, { base: server, past: [], now: server.content, future: [] })
  return {
    content: state.now,
    base: state.base,
    dirty: !same(state.now, state.base.content),
    canUndo: state.past.length > 0,
    canRedo: state.future.length > 0,
    change: useCallback((to: Content) => step({ do: 'change', to }), []),
    undo: useCallback(() => step({ do: 'undo' }), []),
    redo: useCallback(() => step({ do: 'redo' }), []),
    saved: useCallback((to: Server<Content>) => step({ do: 'saved', server: to, keep: true }), []),
    replace: useCallback((to: Server<Content>) => step({ do: 'saved', server: to, keep: false }), []),
  }
}

export interface Draft<Content> {
  content: Content
  base: Server<Content>
  dirty: boolean
  canUndo: boolean
  canRedo: boolean
  change: (to: Content) => void
  undo: () => void
  redo: () => void
  saved: (to: Server<Content>) => void
  replace: (to: Server<Content>) => void
}
