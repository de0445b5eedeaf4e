import { useEffect, useRef } from 'react'

/** Keeps the notices above a bar that stays at the bottom of the screen, however tall it is. */
export function useRoomBelowNotices<Bar extends HTMLElement>() {
  const ref = useRef<Bar>(null)
  useEffect(() => {
    const bar = ref.current
    if (!bar) return
    const root = document.documentElement.style
    const measured = new ResizeObserver(() => root.setProperty('--s-bar', `${bar.offsetHeight + 8}px`))
    measured.observe(bar)
    return () => {
      measured.disconnect()
      root.removeProperty('--s-bar')
    }
  }, [])
  return ref
}
