import { useCallback, useEffect, useRef } from 'react'

import { dialogIsOpen, isTyping } from './commands'

interface Options {
  onPeek?: (id: string) => void
  onOpen?: (id: string) => void
}

const ROW = '[data-row]'

/** The row `step` places from the focused one; from outside the list the first (or last) row. */
export function nextRow(rows: HTMLElement[], focused: Element | null, step: number): HTMLElement | undefined {
  const at = rows.findIndex((row) => row === focused || row.contains(focused))
  if (at === -1) return step > 0 ? rows[0] : rows.at(-1)
  return rows[Math.min(rows.length - 1, Math.max(0, at + step))]
}

/**
 * J and K (or the arrows, once inside) move the focus over the rows of a list, Space peeks, Enter opens.
 * A row is any focusable element with `data-row="<id>"`; give the returned ref to the element around the rows.
 */
export function useRowKeys<T extends HTMLElement>({ onPeek, onOpen }: Options) {
  const ref = useRef<T>(null)
  const latest = useRef({ onPeek, onOpen })
  useEffect(() => {
    latest.current = { onPeek, onOpen }
  })
  const focusFirst = useCallback(() => ref.current?.querySelector<HTMLElement>(ROW)?.focus(), [])

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const list = ref.current
      if (!list || event.defaultPrevented || event.metaKey || event.ctrlKey || event.altKey) return
      if (isTyping(event.target) || dialogIsOpen()) return
      const focused = document.activeElement
      const row = focused instanceof HTMLElement && list.contains(focused) ? focused.closest<HTMLElement>(ROW) : null
      const inside = row !== null
      const key = event.key
      const step = key === 'j' || (inside && key === 'ArrowDown') ? 1 : key === 'k' || (inside && key === 'ArrowUp') ? -1 : 0
      if (step !== 0) {
        const rows = [...list.querySelectorAll<HTMLElement>(ROW)]
        const next = nextRow(rows, row, step)
        if (!next) return
        event.preventDefault()
        next.focus()
        next.scrollIntoView?.({ block: 'nearest' })
      } else if (row !== null && row === focused) {
        const id = row.dataset.row ?? ''
        const action = key === ' ' ? latest.current.onPeek : key === 'Enter' ? latest.current.onOpen : undefined
        if (!action) return
        event.preventDefault()
        action(id)
      }
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [])

  return { ref, focusFirst }
}
