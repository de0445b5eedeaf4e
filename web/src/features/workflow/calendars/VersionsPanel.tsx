import { Button } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { IconChevronRight } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import type { Calendar } from '~/api/models'
import { dateTime } from '~/lib/format'
import { flatten } from '~/lib/keyset'
import { Bone } from '~/ui/Bone'
import { Chip } from '~/ui/Chip'
import { SidePanel } from '~/ui/SidePanel'
import { Problem } from '~/ui/states'
import { ChangeList } from './ChangeList'
import { versionsOptions } from './query'
import classes from './Panels.module.css'

interface Props {
  calendar: Calendar
  restoring: boolean
  onRestore: (number: number) => void
  onClose: () => void
}

/** Every approval, newest first; opened, what it changed. */
export function VersionsPanel({ calendar, restoring, onRestore, onClose }: Props) {
  const { t } = useTranslation()
  const list = useInfiniteQuery(versionsOptions(calendar.key))
  const [open, setOpen] = useState<number | null>(null)
  const rows = flatten(list.data)
  return (
    <SidePanel label={t('calendars.versions')} title={t('calendars.versions')} onClose={onClose}>
      <div className={classes.body}>
        <p className="muted">{t('calendars.versionsText')}</p>
        {list.isError && <Problem error={list.error} onRetry={() => void list.refetch()} />}
        {list.isPending && <Bone width="80%" height={16} />}
        {list.isSuccess && rows.length === 0 && <p className="muted">{t('calendars.neverApprovedText')}</p>}
        <ol className={classes.versions}>
          {rows.map((row) => {
            const first = row.number === 1
            return (
              <li key={row.number} data-open={open === row.number || undefined}>
                <button type="button" className={classes.version} aria-expanded={open === row.number} onClick={() => setOpen(open === row.number ? null : row.number)}>
                  <span className={classes.versionHead}>
                    <strong>{t('calendars.version', { number: row.number })}</strong>
                    {row.number === calendar.published?.number && <Chip tone="success">{t('calendars.current')}</Chip>}
                    <span className="muted num">{first ? '' : t('calendars.changes', { count: row.changes })}</span>
                  </span>
                  <span className="muted">
                    {dateTime(row.at)}, {row.by.full_name}
                  </span>
                  {row.note && <span>{row.note}</span>}
                  <IconChevronRight size={14} aria-hidden className={classes.chevron} />
                </button>
                {open === row.number && (
                  <div className={classes.versionBody}>
                    {first ? (
                      <p className="muted">{t('calendars.firstVersion')}</p>
                    ) : (
                      <>
                        <h3 className={classes.small}>{t('calendars.againstPrevious')}</h3>
                        <ChangeList calendarKey={calendar.key} before={String(row.number - 1)} after={String(row.number)} stamp={0} />
                      </>
                    )}
                    {calendar.can.edit && row.number !== calendar.published?.number && (
                      <Button variant="default" loading={restoring} onClick={() => onRestore(row.number)}>
                        {t('calendars.restore')}
                      </Button>
                    )}
                  </div>
                )}
              </li>
            )
          })}
        </ol>
        {list.hasNextPage && (
          <Button variant="default" loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
            {t('common.loadMore')}
          </Button>
        )}
      </div>
    </SidePanel>
  )
}
