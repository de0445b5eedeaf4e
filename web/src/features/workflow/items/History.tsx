import { IconArrowBackUp, IconArrowRight, IconClock, IconPlayerPlay, IconTransfer } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'

import { dateTime } from '~/lib/format'
import { Chip } from '~/ui/Chip'
import { Ago } from '~/ui/Time'
import type { Move } from '../server'
import classes from './Item.module.css'

const ICON = { START: IconPlayerPlay, MOVE: IconArrowRight, TIMER: IconClock, ROLLBACK: IconArrowBackUp, MIGRATE: IconTransfer }

/** Every move of one item, newest first; one that was taken back stays, struck through. */
export function History({ moves }: { moves: readonly Move[] }) {
  const { t } = useTranslation()
  return (
    <ol className={classes.history} reversed>
      {[...moves]
        .sort((one, other) => other.seq - one.seq)
        .map((move) => {
          const Icon = ICON[move.kind]
          return (
            <li key={move.seq} className={classes.move} data-undone={move.undone || undefined}>
              <span className={classes.dot}>
                <Icon size={12} aria-hidden />
              </span>
              <span className={classes.what}>
                {move.transition_title ?? t(`workflow.moveKinds.${move.kind}`)}
                {move.undone && <Chip tone="warning">{t('workflow.undone')}</Chip>}
              </span>
              <span className="muted" title={dateTime(move.at)}>
                <Ago at={move.at} />
              </span>
              <span className={classes.detail}>
                {move.from_title ? `${move.from_title} → ${move.to_title}` : move.to_title} · {move.by.full_name} · {t('workflow.versionNumber', { number: move.definition_version })}
              </span>
              {move.reason && <span className={classes.reason}>“{move.reason}”</span>}
            </li>
          )
        })}
    </ol>
  )
}
