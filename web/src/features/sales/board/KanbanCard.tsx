import { ActionIcon, Menu } from '@mantine/core'
import { IconArrowsExchange } from '@tabler/icons-react'
import { type ReactNode, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'

import type { Movable, Move } from '../model'
import { MoveIcon } from '../moves/MoveIcon'
import { useDraggable } from './useDragging'
import classes from './kanban.module.css'

interface Props<Card> {
  board: string
  card: Card
  name: string
  /** What the card is called, as the link to its page, with `data-row`. */
  title: ReactNode
  children: ReactNode
  /** Dragging is for pointers with room. */
  drags: boolean
  menu: boolean
  onMenu: (open: boolean) => void
  onMove: (moves: readonly Move[]) => void
}

/** One record on the board: dragged, or moved by its menu. */
export function KanbanCard<Card extends Movable>({
  board,
  card,
  name,
  title,
  children,
  drags,
  menu,
  onMenu,
  onMove,
}: Props<Card>) {
  const { t } = useTranslation()
  const { ref, moving } = useDraggable(board, card, drags)
  const button = (
    <ActionIcon
      size={26}
      className={classes.act}
      aria-label={t('sales.moveOf', { name })}
      title={`${t('sales.move')} (M)`}
      aria-haspopup="menu"
      aria-expanded={menu}
      onClick={() => onMenu(!menu)}
    >
      <IconArrowsExchange size={15} />
    </ActionIcon>
  )
  return (
    <li
      ref={ref}
      className={classes.card}
      data-card={card.id}
      data-dragging={moving || undefined}
      data-drags={(drags && card.moves.length > 0) || undefined}
    >
      <div className={classes.top}>
        {title}
        {card.moves.length > 0 &&
          // One card at a time has a menu; the others only the way to it.
          (menu ? (
            <Menu
              opened
              position="bottom-end"
              width={230}
              withInitialFocusPlaceholder={false}
              onClose={() => onMenu(false)}
            >
              <Menu.Target>{button}</Menu.Target>
              <Menu.Dropdown aria-label={t('sales.moveOf', { name })}>
                <Choices moves={card.moves} onMove={(move) => onMove([move])} />
              </Menu.Dropdown>
            </Menu>
          ) : (
            button
          ))}
      </div>
      {children}
    </li>
  )
}

function Choices({ moves, onMove }: { moves: readonly Move[]; onMove: (move: Move) => void }) {
  const first = useRef<HTMLButtonElement>(null)
  // The menu finds its place only now: scrolled to, it would take the card out of sight.
  useEffect(() => first.current?.focus({ preventScroll: true }), [])
  return moves.map((move, index) => (
    <Menu.Item
      key={move.transition}
      ref={index === 0 ? first : undefined}
      leftSection={<MoveIcon move={move} />}
      onClick={() => onMove(move)}
    >
      {move.title}
    </Menu.Item>
  ))
}
