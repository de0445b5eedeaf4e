import { useMediaQuery } from '@mantine/hooks'
import { type ReactNode, type TouchEvent, useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'

import { count } from '~/lib/format'
import { Views } from '~/ui/Views'
import type { Movable, Move } from '../model'
import { ClosedColumn } from './ClosedColumn'
import { KanbanCard } from './KanbanCard'
import { CardBones, KanbanColumn } from './KanbanColumn'
import { type Board, CLOSED, type Column } from './model'
import { useBoardFocus } from './useBoardFocus'
import { useDragged } from './useDragging'
import classes from './kanban.module.css'

interface Closed<Card> {
  opened: boolean
  /** Nothing until they have arrived. */
  items: readonly Card[] | undefined
  more: boolean
  problem: ReactNode
  onOpened: (opened: boolean) => void
  onMore: () => void
}

interface Props<Card> {
  label: string
  board: Board<Card>
  closed: Closed<Card>
  name: (card: Card) => string
  title: (card: Card) => ReactNode
  body: (card: Card) => ReactNode
  figures: (column: Column<Card>) => ReactNode
  /** The column whose next cards are on their way. */
  loading: string | null
  /** What was done last, for who does not see it. */
  said: string
  /** The card that was moved last keeps the focus. */
  moved: string | null
  onMore: (column: Column<Card>) => void
  onMove: (card: Card, moves: readonly Move[]) => void
  onPeek: (id: string) => void
}

const SWIPE_PX = 60

/** Records by their state: dragged between columns, or moved by the menu of a card; only where they may go. */
export function Kanban<Card extends Movable>({
  label,
  board,
  closed,
  name,
  title,
  body,
  figures,
  loading,
  said,
  moved,
  onMore,
  onMove,
  onPeek,
}: Props<Card>) {
  const { t } = useTranslation()
  const token = useId()
  const root = useRef<HTMLDivElement>(null)
  const narrow = useMediaQuery('(max-width: 767px)', window.innerWidth < 768, {
    getInitialValueInEffect: false,
  })
  const [menu, setMenu] = useState<string | null>(null)
  const [shown, setShown] = useState<string>(board.columns[0]?.key ?? CLOSED)
  const [touched, setTouched] = useState<number | null>(null)
  const ended: Column<Card> = {
    key: CLOSED,
    label: t('sales.closed'),
    probability: null,
    count: 0,
    capped: false,
    value: 0,
    weighted: 0,
    items: closed.items ?? [],
    nextCursor: closed.more ? 'more' : null,
  }
  const columns = [
    ...board.columns,
    ...(closed.opened || (narrow && shown === CLOSED) ? [ended] : []),
  ]
  const visible = narrow ? columns.filter((column) => column.key === shown) : columns
  const focus = useBoardFocus({ root, columns: visible, menu, moved, onMenu: setMenu, onPeek })
  const dragged = useDragged<Card>(token, (card, moves) => {
    focus.follow(card.id)
    onMove(card, moves)
  })
  const show = (key: string) => {
    setShown(key)
    if (key === CLOSED) closed.onOpened(true)
  }
  const swipe = (event: TouchEvent) => {
    const by = touched === null ? 0 : (event.changedTouches[0]?.clientX ?? touched) - touched
    setTouched(null)
    if (Math.abs(by) < SWIPE_PX) return
    const all = [...board.columns.map((column) => column.key), CLOSED]
    const to = all[all.indexOf(shown) + (by < 0 ? 1 : -1)]
    if (to) show(to)
  }
  const card = (one: Card) => (
    <KanbanCard
      key={one.id}
      board={token}
      card={one}
      name={name(one)}
      title={title(one)}
      drags={!narrow}
      menu={menu === one.id}
      onMenu={(open) => {
        setMenu(open ? one.id : null)
        if (!open) focus.follow(one.id)
      }}
      onMove={(moves) => {
        setMenu(null)
        focus.follow(one.id)
        onMove(one, moves)
      }}
    >
      {body(one)}
    </KanbanCard>
  )
  return (
    <>
      {narrow && (
        <div className={classes.switcher}>
          <Views
            label={t('sales.columnShown')}
            value={shown}
            onChange={show}
            views={[
              ...board.columns.map((column) => ({
                key: column.key,
                label: `${column.label} ${count(column.count)}`,
              })),
              { key: CLOSED, label: t('sales.closed') },
            ]}
          />
        </div>
      )}
      <div
        ref={root}
        className={classes.board}
        role="group"
        aria-label={label}
        data-dragging={dragged !== null || undefined}
        onKeyDown={focus.onKeyDown}
        onPointerDown={() => focus.follow(null)}
        onTouchStart={
          narrow ? (event) => setTouched(event.changedTouches[0]?.clientX ?? null) : undefined
        }
        onTouchEnd={narrow ? swipe : undefined}
      >
        {board.columns
          .filter((column) => !narrow || column.key === shown)
          .map((column) => (
            <KanbanColumn
              key={column.key}
              board={token}
              column={column}
              dragged={dragged}
              figures={figures(column)}
              more={loading === column.key}
              onMore={() => onMore(column)}
            >
              {column.items.map(card)}
            </KanbanColumn>
          ))}
        {(!narrow || shown === CLOSED) && (
          <ClosedColumn
            board={token}
            opened={closed.opened}
            count={board.closed}
            dragged={dragged}
            bare={narrow}
            onOpened={closed.onOpened}
          >
            {closed.problem ?? (
              <ul className={classes.cards} aria-busy={closed.items === undefined || undefined}>
                {closed.items
                  ? closed.items.map(card)
                  : [1, 2, 3].map((each) => <CardBones key={each} />)}
                {closed.items?.length === 0 && (
                  <li className={classes.none}>{t('sales.emptyColumn')}</li>
                )}
                {closed.more && (
                  <li>
                    <button type="button" className={classes.turn} onClick={closed.onMore}>
                      {t('common.loadMore')}
                    </button>
                  </li>
                )}
              </ul>
            )}
          </ClosedColumn>
        )}
      </div>
      <p className="visually-hidden" role="status">
        {said}
      </p>
      <p className={classes.keys}>{t('sales.boardKeys')}</p>
    </>
  )
}
