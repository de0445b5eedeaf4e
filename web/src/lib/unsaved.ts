import { useBlocker } from '@tanstack/react-router'
import { useEffect, useSyncExternalStore } from 'react'

let held = 0
let covered = false
const listeners = new Set<() => void>()

/** Whether something typed on this page would be lost with it. */
export const somethingUnsaved = () => held > 0

/** Lays the sign-in page over what is unsaved, or takes it away again. */
export function coverPage(next: boolean): void {
  covered = next
  listeners.forEach((listener) => listener())
}

export const pageIsCovered = () => covered

const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export const usePageIsCovered = () => useSyncExternalStore(subscribe, pageIsCovered)

interface Options {
  /** Another view of the same page is no leaving: its address differs in the search only. */
  samePage?: boolean
}

/** Holds whoever is about to leave what has not been saved, and keeps it when the session ends. */
export function useLeaveBlocker(dirty: boolean, { samePage = false }: Options = {}) {
  useEffect(() => {
    if (!dirty) return
    held += 1
    return () => {
      held -= 1
    }
  }, [dirty])
  return useBlocker({
    shouldBlockFn: ({ current, next }) => dirty && !(samePage && current.pathname === next.pathname),
    enableBeforeUnload: () => dirty,
    withResolver: true,
  })
}
