import {
  IconChevronLeft,
  IconChevronRight,
  IconCircleCheck,
  IconCircleX,
} from '@tabler/icons-react'
import { type ReactNode, useId, useRef } from 'react'
import { useTranslation } from 'react-i18next'

import { count } from '~/lib/format'
import type { Movable } from '../model'
import { CLOSED, movesTo } from './model'
import { useDropPlace } from './useDragging'
import classes from './kanban.module.css'

interface Props<Card> {
  board: string
  opened: boolean
  /** How many have ended of late. */
  count: number
  dragged: Card | null
  /** On the phone the switcher opens it. */
  bare: boolean
  onOpened: (opened: boolean) => void
  children: ReactNode
}

/** Both ends: closed until somebody asks for it, and a place to let a card go all the same. */
export function ClosedColumn<Card extends Movable>({
  board,
  opened,
  count: many,
  dragged,
  bare,
  onOpened,
  children,
}: Props<Card>) {
  const { t } = useTranslation()
  const id = useId()
  const ends = dragged ? movesTo(dragged, CLOSED) : []
  return (
    <section
      className={classes.column}
      aria-labelledby={id}
      data-closed
      data-opened={opened || undefined}
      data-place={dragged && ends.length === 0 ? 'shut' : undefined}
      data-column={CLOSED}
    >
      <header className={classes.head}>
        <h2 id={id} className={classes.name}>
          {t('sales.closed')}
          <span className={`${classes.count} num`} title={t('sales.closedOfLate')}>
            {count(many)}
            <span className="visually-hidden"> {t('sales.closedOfLate')}</span>
          </span>
        </h2>
        {!bare && (
          <button
            type="button"
            className={classes.turn}
            aria-expanded={opened}
            onClick={() => onOpened(!opened)}
          >
            {opened ? (
              <IconChevronLeft size={14} aria-hidden />
            ) : (
              <IconChevronRight size={14} aria-hidden />
            )}
            {t(opened ? 'sales.hideClosed' : 'sales.showClosed')}
          </button>
        )}
      </header>
      {dragged && ends.length > 0 ? (
        <div className={classes.ends}>
          {(['CLOSED_WON', 'CLOSED_LOST'] as const).map(
            (end) =>
              ends.some((move) => move.to === end) && (
                <End
                  key={end}
                  board={board}
                  end={end}
                  title={ends.find((move) => move.to === end)?.title ?? ''}
                />
              ),
          )}
        </div>
      ) : (
        opened && children
      )}
    </section>
  )
}

function End<Card extends Movable>({
  board,
  end,
  title,
}: {
  board: string
  end: 'CLOSED_WON' | 'CLOSED_LOST'
  title: string
}) {
  const ref = useRef<HTMLDivElement>(null)
  const over = useDropPlace<Card>(board, ref, CLOSED, end)
  const Icon = end === 'CLOSED_WON' ? IconCircleCheck : IconCircleX
  return (
    <div ref={ref} className={classes.endPlace} data-end={end} data-over={over || undefined}>
      <Icon size={18} aria-hidden />
      {title}
    </div>
  )
}
