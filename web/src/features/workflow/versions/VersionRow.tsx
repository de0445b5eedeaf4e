import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'

import { count, dateTime } from '~/lib/format'
import { Chip } from '~/ui/Chip'
import type { Published } from '../server'
import classes from './Versions.module.css'

interface Props {
  version: Published
  inForce: boolean
  running: number
  shown: boolean
  onPick: () => void
  onRestore: (() => void) | undefined
}

/** A published version: when, by whom, why, and how much work still follows it. */
export function VersionRow({ version, inForce, running, shown, onPick, onRestore }: Props) {
  const { t } = useTranslation()
  return (
    <li className={classes.row} data-side={shown || undefined}>
      <span className={classes.rowHead}>
        <button type="button" className={classes.pick} aria-pressed={shown} onClick={onPick}>
          {t('workflow.versionNumber', { number: version.number })}
        </button>
        {inForce && <Chip tone="success">{t('workflow.inForce')}</Chip>}
        {version.origin === 'SHIPPED' && <Chip>{t('workflow.shipped')}</Chip>}
        {onRestore && (
          <span className={classes.tools}>
            <Button variant="subtle" size="compact-sm" onClick={onRestore} aria-label={t('workflow.restoreNumber', { number: version.number })}>
              {t('workflow.restore')}
            </Button>
          </span>
        )}
      </span>
      {version.note && <span>{version.note}</span>}
      <span className="muted">
        {dateTime(version.at)} · {version.by.full_name}
      </span>
      {running > 0 && <span className="muted num">{t('workflow.runningOn', { count: running, shown: count(running) })}</span>}
    </li>
  )
}
