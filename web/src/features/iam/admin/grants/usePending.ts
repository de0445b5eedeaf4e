import { useCallback, useState } from 'react'

import type { Pending } from './model'

const EMPTY: Pending = new Map()

/** The changes on the screen with their whole history. */
export function usePending() {
  const [{ past, present, future }, setState] = useState<{ past: Pending[]; present: Pending; future: Pending[] }>({ past: [], present: EMPTY, future: [] })
  return {
    pending: present,
    canUndo: past.length > 0,
    canRedo: future.length > 0,
    change: useCallback((next: Pending) => setState((state) => ({ past: [...state.past, state.present], present: next, future: [] })), []),
    undo: useCallback(() => setState((state) => (state.past.length ? { past: state.past.slice(0, -1), present: state.past.at(-1)!, future: [state.present, ...state.future] } : state)), []),
    redo: useCallback(() => setState((state) => (state.future[0] ? { past: [...state.past, state.present], present: state.future[0], future: state.future.slice(1) } : state)), []),
    /** Begins again with these changes, or with none. */
    restart: useCallback((next: Pending = EMPTY) => setState({ past: [], present: next, future: [] }), []),
  }
}
