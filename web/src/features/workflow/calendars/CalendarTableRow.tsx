import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'

import type { CalendarRow } from '~/api/models'
import { count, date } from '~/lib/format'
import { Chip } from '~/ui/Chip'
import { inLanguage } from './dayWords'
import { DayLine } from './Intervals'
import { zoneWord } from './zone'
import classes from '../pages/Calendars.module.css'
import table from '~/ui/Table.module.css'

interface Props {
  row: CalendarRow
  onOpen: (key: string) => void
}

export function CalendarTableRow({ row, onOpen }: Props) {
  const { t } = useTranslation()
  const hours = row.week_seconds / 3600
  return (
    <tr className={table.row} onClick={() => onOpen(row.key)}>
      <td>
        <Link to="/calendars/$key" params={{ key: row.key }} data-row={row.key} className={table.name} onClick={(event) => event.stopPropagation()}>
          {inLanguage(row.title)}
        </Link>
        <span className={table.key}>{row.key}</span>
      </td>
      <td className={classes.zone}>{zoneWord(row.zone)}</td>
      <td className={classes.week} title={t('calendars.hoursAWeek', { hours: count(hours) })}>
        <span className={classes.lines} aria-hidden>
          {row.weekly.map((day, weekday) => (
            <DayLine key={weekday} intervals={day} />
          ))}
        </span>
        <span className="num">{t('calendars.hours', { count: hours })}</span>
      </td>
      <td className={classes.force}>
        {row.published ? (
          <>
            <span className="num">{t('calendars.version', { number: row.published.number })}</span>
            <span className="muted num"> {date(row.published.at)}</span>
          </>
        ) : (
          <Chip tone="warning">{t('calendars.neverApproved')}</Chip>
        )}
      </td>
      <td className={table.wide}>
        <span className={table.chips}>
          {row.has_draft && row.published && <Chip tone="accent">{t('calendars.draft')}</Chip>}
          {row.pending.map((each) => (
            <Chip key={each.year} tone="info" outline>
              {t('calendars.pending', each)}
            </Chip>
          ))}
          {!row.has_draft && row.pending.length === 0 && <span className={`muted ${classes.none}`}>{t('calendars.pendingNone')}</span>}
        </span>
      </td>
    </tr>
  )
}
