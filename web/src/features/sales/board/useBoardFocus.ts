import { type KeyboardEvent, type RefObject, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'

import { useCommands } from '~/lib/commands'
import type { Movable } from '../model'
import { type Column, next } from './model'

interface Options<Card> {
  root: RefObject<HTMLDivElement | null>
  /** The columns on the screen, with their cards. */
  columns: readonly Column<Card>[]
  /** The card whose menu is open. */
  menu: string | null
  /** The card that was moved last. */
  moved: string | null
  onMenu: (id: string | null) => void
  onPeek: (id: string) => void
}

const focused = () => document.activeElement?.closest<HTMLElement>('[data-card]')?.dataset.card

/** Leads from card to card by the arrows, opens the menu by M, and stays with a card that moves. */
export function useBoardFocus<Card extends Movable>({
  root,
  columns,
  menu,
  moved,
  onMenu,
  onPeek,
}: Options<Card>) {
  const { t } = useTranslation()
  const [wanted, setWanted] = useState<string | null>(null)
  const focus = (id: string | undefined) => {
    const element = id && root.current?.querySelector<HTMLElement>(`[data-row="${CSS.escape(id)}"]`)
    if (!element) return false
    element.focus()
    element.closest('[data-card]')?.scrollIntoView?.({ block: 'nearest', inline: 'nearest' })
    return true
  }
  // A card that changed its column is another element: the focus follows it there.
  useEffect(() => {
    if (wanted && menu === null && focus(wanted)) setWanted(null)
  }, [wanted, menu, columns])
  useEffect(() => {
    if (moved) setWanted(moved)
  }, [moved])
  const canMove = () =>
    columns.some((column) =>
      column.items.some((card) => card.id === focused() && card.moves.length > 0),
    )
  useCommands([
    {
      id: 'board.move',
      group: 'list',
      label: t('sales.move'),
      keys: 'm',
      available: canMove,
      run: () => onMenu(focused() ?? null),
    },
    // From outside the board the first card; from a card the keys of the board lead on.
    {
      id: 'board.first',
      group: 'list',
      label: t('sales.firstCard'),
      keys: 'j',
      available: () => focused() === undefined,
      run: () => focus(next(columns, undefined, 'j')),
    },
  ])
  const onKeyDown = (event: KeyboardEvent) => {
    setWanted(null)
    if (event.altKey || event.ctrlKey || event.metaKey || menu !== null) return
    const id = focused()
    if (event.key === ' ' && id && (event.target as HTMLElement).dataset.row) {
      event.preventDefault()
      onPeek(id)
      return
    }
    const to = id && next(columns, id, event.key)
    if (!to) return
    event.preventDefault()
    focus(to)
  }
  return { follow: setWanted, onKeyDown }
}
