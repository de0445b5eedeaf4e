import { Checkbox } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { IconEyeCheck, IconLock, IconRotateClockwise } from '@tabler/icons-react'
import { memo } from 'react'
import { useTranslation } from 'react-i18next'

import { initials } from '~/lib/initials'
import { Avatar } from '~/ui/Avatar'
import { Chip } from '~/ui/Chip'
import { Ago } from '~/ui/Time'
import { CaseStatusChip, CategoryName, Priority } from '../chips'
import { Due } from '../Due'
import type { CaseRow } from '../model'
import type { FromQueue } from './fromQueue'
import cases from '../cases.module.css'
import classes from './queue.module.css'
import table from '~/ui/Table.module.css'

interface Props {
  row: CaseRow
  selected: boolean
  peeked: boolean
  onSelect: ((id: string) => void) | undefined
  onPeek: (id: string) => void
  from: FromQueue
}

/** A case in the queue: what is left of its time first, then what it is and who has it. */
export const QueueRow = memo(function QueueRow({ row, selected, peeked, onSelect, onPeek, from }: Props) {
  const { t } = useTranslation()
  return (
    <tr className={`${table.row} ${classes.row}`} data-row={row.id} tabIndex={-1} aria-selected={selected} data-peeked={peeked || undefined} onClick={() => onPeek(row.id)}>
      <td className={classes.pick} onClick={(event) => event.stopPropagation()}>
        {onSelect && !row.hidden && <Checkbox size="xs" checked={selected} aria-label={t('cases.pick', { number: row.case_no })} onChange={() => onSelect(row.id)} />}
      </td>
      <td className={classes.dueCell}>
        <Due of={row} />
      </td>
      <td className={classes.what}>
        <Link to="/cases/$caseId" params={{ caseId: row.id }} state={{ queue: from }} className={`${cases.number} ${table.name} ${classes.open}`} onClick={(event) => event.stopPropagation()}>
          {row.case_no}
        </Link>
        <span className={table.sub}>{row.customer?.name}</span>
      </td>
      <td className={classes.about}>
        {row.hidden ? (
          <span className="muted" style={{ display: 'inline-flex', gap: 4, alignItems: 'center' }}>
            <IconLock size={13} aria-hidden /> {t('cases.hidden')}
          </span>
        ) : (
          <>
            <CategoryName category={row.category} />
            {row.excerpt && (
              <span className={`${table.sub} ${classes.excerpt}`} title={row.excerpt}>
                {row.excerpt}
              </span>
            )}
          </>
        )}
      </td>
      <td className={classes.priorityCell}>{row.priority && <Priority of={row.priority} />}</td>
      <td className={classes.statusCell}>
        <span className={`${table.chips} ${classes.chips}`}>
          <CaseStatusChip status={row.status} name={row.state_name} />
          {row.review && (
            <Chip tone={row.review === 'RETURNED' ? 'warning' : 'info'} icon={<IconEyeCheck />} title={t(`cases.reviewTitle.${row.review}`)}>
              <span className="visually-hidden">{t(`cases.reviewTitle.${row.review}`)}</span>
            </Chip>
          )}
          {Boolean(row.reopened) && (
            <span title={t('cases.reopenedTimes', { count: row.reopened ?? 0 })}>
              <IconRotateClockwise size={14} aria-label={t('cases.reopenedTimes', { count: row.reopened ?? 0 })} />
            </span>
          )}
        </span>
      </td>
      <td className={classes.whoCell}>
        {row.assignee ? (
          <span className={cases.person} title={row.assignee.full_name}>
            <Avatar initials={initials(row.assignee.full_name)} size={20} />
            <span>{row.assignee.full_name}</span>
          </span>
        ) : (
          !row.hidden && <span className="muted">{row.unit?.name ?? t('cases.nobody')}</span>
        )}
      </td>
      <td className={classes.channelCell}>{row.channel && t(`cases.channels.${row.channel}`)}</td>
      <td className={classes.ageCell}>
        <Ago at={row.created_at} short />
      </td>
    </tr>
  )
})
