import { Link } from '@tanstack/react-router'
import { IconArrowDownRight, IconArrowRight, IconArrowUpRight, IconCircleCheck, IconTargetArrow } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'

import { Chip } from '~/ui/Chip'
import { Sparkline } from '~/ui/Sparkline'
import { Definition } from './Definition'
import classes from './insight.module.css'
import type { Tile } from './query'
import { figure, shown } from './values'

/** The figures of a dashboard, each with target, change and course, and the way to its rows. */
export function Tiles({ tiles }: { tiles: readonly Tile[] }) {
  return (
    <ul className={classes.tiles}>
      {tiles.map((tile) => (
        <li key={tile.code} className={classes.tile} data-tile={tile.code}>
          <OneTile tile={tile} />
        </li>
      ))}
    </ul>
  )
}

function OneTile({ tile }: { tile: Tile }) {
  const { t } = useTranslation()
  const course = tile.spark.flatMap((point) => (point.value === null ? [] : [Number(point.value)]))
  return (
    <>
      <div className={classes.name}>
        <span>{tile.title}</span>
        <Definition title={tile.title} text={tile.definition} />
      </div>
      <div className={classes.amount}>
        <strong className="num" title={tile.is_suppressed ? t('insight.fewText') : undefined}>
          {shown(tile, tile.unit, true)}
        </strong>
        <Sparkline values={course} />
      </div>
      <div className={classes.notes}>
        <Change tile={tile} />
        {tile.target !== null && (
          <Target tile={tile} words={figure(Number(tile.target), tile.unit)} />
        )}
        {tile.rows && (
          <Link
            to={tile.rows.to as never}
            search={tile.rows.search as never}
            aria-label={t('insight.rowsOf', { title: tile.title })}
          >
            {t('insight.rows')}
          </Link>
        )}
      </div>
    </>
  )
}

function Target({ tile, words }: { tile: Tile; words: string }) {
  const { t } = useTranslation()
  const text = t(tile.better === 'LOWER' ? 'insight.targetBelow' : 'insight.targetAbove', { target: words })
  if (tile.meets_target === null) return <span className="muted">{text}</span>
  return (
    <Chip tone={tile.meets_target ? 'success' : 'warning'} icon={tile.meets_target ? <IconCircleCheck /> : <IconTargetArrow />}>
      {text}
    </Chip>
  )
}

function Change({ tile }: { tile: Tile }) {
  const { t } = useTranslation()
  if (tile.change === null) return null
  const change = Number(tile.change)
  const Arrow = change > 0 ? IconArrowUpRight : change < 0 ? IconArrowDownRight : IconArrowRight
  const amount =
    tile.unit === 'PERCENT'
      ? t('insight.points', { value: figure(Math.abs(change), 'COUNT') })
      : figure(Math.abs(change), tile.unit, true)
  const words = change === 0 ? 'insight.same' : change > 0 ? 'insight.more' : 'insight.less'
  const good = tile.better === 'NEITHER' || change === 0 ? undefined : change > 0 === (tile.better === 'HIGHER')
  return (
    <span className={classes.change} data-good={good}>
      <Arrow size={14} aria-hidden /> {t(words, { amount })}
    </span>
  )
}
