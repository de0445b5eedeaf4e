import { type ReactNode, useId, useRef } from 'react'
import { useTranslation } from 'react-i18next'

import { useSentinel } from '~/lib/keyset'
import { count } from '~/lib/format'
import { Bone } from '~/ui/Bone'
import type { Movable } from '../model'
import { type Column, movesTo } from './model'
import { useDropPlace } from './useDragging'
import classes from './kanban.module.css'

interface Props<Card> {
  board: string
  column: Column<Card>
  /** The card that is on its way over the board. */
  dragged: Card | null
  /** The sums under the name of the column. */
  figures: ReactNode
  more: boolean
  onMore: () => void
  children: ReactNode
}

/** The records in one state, the oldest first, with their number and sum. */
export function KanbanColumn<Card extends Movable>({
  board,
  column,
  dragged,
  figures,
  more,
  onMore,
  children,
}: Props<Card>) {
  const { t } = useTranslation()
  const id = useId()
  const ref = useRef<HTMLElement>(null)
  const over = useDropPlace<Card>(board, ref, column.key)
  const end = useSentinel(onMore, column.nextCursor !== null && !more)
  const [move] = dragged ? movesTo(dragged, column.key) : []
  const here = dragged !== null && column.items.some((card) => card.id === dragged.id)
  const place = dragged === null ? undefined : move ? 'open' : here ? undefined : 'shut'
  return (
    <section
      ref={ref}
      className={classes.column}
      aria-labelledby={id}
      data-place={place}
      data-over={over || undefined}
      data-column={column.key}
    >
      <header className={classes.head}>
        <h2 id={id} className={classes.name}>
          {column.label}
          {column.probability !== null && (
            <span className={classes.probability}>{column.probability} %</span>
          )}
          <span className={`${classes.count} num`}>
            {count(column.count)}
            {column.capped && '+'}
            <span className="visually-hidden"> {t('sales.cards')}</span>
          </span>
        </h2>
        <p className={`${classes.figures} num`}>{figures}</p>
      </header>
      <ul className={classes.cards}>
        {children}
        {column.items.length === 0 && <li className={classes.none}>{t('sales.emptyColumn')}</li>}
        {more && [1, 2].map((each) => <CardBones key={each} />)}
        <li aria-hidden className={classes.end}>
          <div ref={end} />
        </li>
      </ul>
      {move && over && <p className={classes.hint}>{t('sales.dropHere', { move: move.title })}</p>}
    </section>
  )
}

export function CardBones() {
  return (
    <li className={classes.card} aria-hidden>
      <Bone width="70%" height={14} />
      <Bone width="90%" />
      <Bone width="45%" height={18} />
    </li>
  )
}
