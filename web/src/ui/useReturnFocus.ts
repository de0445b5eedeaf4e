import { type RefObject, useLayoutEffect } from 'react'

/** The button of the menu in which the focus is: its entries leave with it and are nothing to come back to. */
let menuButton: Element | null = null
document.addEventListener('focusin', ({ target }) => {
  if (target instanceof Element && !target.closest('[role="menu"]')) menuButton = target.getAttribute('aria-haspopup') === 'menu' ? target : null
})

function opener(): Element | null {
  const now = document.activeElement
  return now === null || now === document.body || now.closest('[role="menu"]') ? (menuButton ?? now) : now
}

/**
 * Gives the focus back to what had it before the component came, when it takes the focus with it as it goes.
 *
 * Mantine does this for a dialog that is closed, not for one that leaves the page while open. What had the focus may be
 * gone as well (a decided row, say): then the page's content gets it, never the start of the document.
 */
export function useReturnFocus(within?: RefObject<HTMLElement | null>): void {
  useLayoutEffect(() => {
    const before = opener()
    return () => {
      const lost = !within || within.current?.contains(document.activeElement)
      if (!lost) return
      // After the element has left and what comes in its place stands.
      requestAnimationFrame(() => {
        if (document.activeElement && document.activeElement !== document.body) return
        const target = before instanceof HTMLElement && before !== document.body && before.isConnected ? before : document.getElementById('main')
        target?.focus({ preventScroll: true })
      })
    }
  }, [within])
}
