import { ActionIcon, Button, Tooltip } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'

import { useRoomBelowNotices } from '~/ui/useRoomBelowNotices'
import classes from './bulk.module.css'

export type BulkAct = 'assign' | 'escalate' | 'wait' | 'resume' | 'close'
const ACTS: readonly { act: BulkAct; keys?: string }[] = [{ act: 'assign', keys: 'A' }, { act: 'escalate', keys: 'E' }, { act: 'wait' }, { act: 'resume' }, { act: 'close', keys: 'C' }]

interface Props {
  count: number
  /** How many of the last act were done beside those that were refused. */
  done: number
  refused: number
  busy: boolean
  onAct: (act: BulkAct) => void
  onClear: () => void
}

/** What can be done to all that are chosen; each answers for itself. */
export function BulkBar({ count, done, refused, busy, onAct, onClear }: Props) {
  const { t } = useTranslation()
  const bar = useRoomBelowNotices<HTMLDivElement>()
  return (
    <>
      <div className={classes.room} aria-hidden />
      <div ref={bar} className={classes.bulk} role="region" aria-label={t('cases.bulk')}>
        <strong className="num">{t('cases.chosen', { count })}</strong>
        {refused > 0 && (
          <span className={classes.outcome} role="status">
            {done > 0 && <span>{t('cases.bulkDoneShort', { count: done })} · </span>}
            <span data-refused>{t('cases.bulkRefused', { count: refused })}</span>
          </span>
        )}
        <div className={classes.bulkActs}>
          {ACTS.map(({ act, keys }) => (
            <Tooltip key={act} label={keys ? `${t(`cases.acts.${act}`)} (${keys})` : t(`cases.acts.${act}`)}>
              <Button variant="default" loading={busy} onClick={() => onAct(act)}>
                {t(`cases.acts.${act}`)}
              </Button>
            </Tooltip>
          ))}
        </div>
        <Tooltip label={`${t('cases.unpick')} (Esc)`}>
          <ActionIcon aria-label={t('cases.unpick')} onClick={onClear}>
            <IconX size={16} />
          </ActionIcon>
        </Tooltip>
      </div>
    </>
  )
}
