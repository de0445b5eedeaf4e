import { useCallback, useReducer } from 'react'

import type { CalendarContent } from '~/api/models'

interface Server {
  content: CalendarContent
  version: number
}

interface State {
  /** What the server holds, and the version that a save is made from. */
  base: Server
  past: CalendarContent[]
  now: CalendarContent
  future: CalendarContent[]
}

type Step = { do: 'change'; to: CalendarContent } | { do: 'undo' } | { do: 'redo' } | { do: 'saved'; server: Server; keep: boolean }

const KEPT = 200

function next(state: State, step: Step): State {
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

const same = (a: CalendarContent, b: CalendarContent) => JSON.stringify(a) === JSON.stringify(b)

/** A draft on the screen: every change can be undone and redone until the page is left. */
export function useDraft(server: Server) {
  const [state, step] = useReducer(next, { base: server, past: [], now: server.content, future: [] })
  return {
    content: state.now,
    base: state.base,
    dirty: !same(state.now, state.base.content),
    canUndo: state.past.length > 0,
    canRedo: state.future.length > 0,
    change: useCallback((to: CalendarContent) => step({ do: 'change', to }), []),
    undo: useCallback(() => step({ do: 'undo' }), []),
    redo: useCallback(() => step({ do: 'redo' }), []),
    saved: useCallback((to: Server) => step({ do: 'saved', server: to, keep: true }), []),
    replace: useCallback((to: Server) => step({ do: 'saved', server: to, keep: false }), []),
  }
}

export type Draft = ReturnType<typeof useDraft>
