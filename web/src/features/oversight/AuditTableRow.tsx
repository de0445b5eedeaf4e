import { IconAlertTriangle, IconBan, IconCheck, IconLock } from '@tabler/icons-react'
import { memo } from 'react'
import { useTranslation } from 'react-i18next'

import type { AuditRow } from '~/api/models'
import { date, dateTime, timeSeconds } from '~/lib/format'
import { Chip } from '~/ui/Chip'
import classes from './AuditTable.module.css'
import table from '~/ui/Table.module.css'

export function OutcomeChip({ outcome, word, quiet }: { outcome: string; word: string; quiet?: boolean }) {
  if (outcome === 'DENIED') return <Chip tone="critical" icon={<IconBan />}>{word}</Chip>
  if (outcome === 'FAILED') return <Chip tone="warning" icon={<IconAlertTriangle />}>{word}</Chip>
  if (quiet) {
    return (
      <span className={classes.allowed}>
        <IconCheck size={13} aria-hidden />
        {word}
      </span>
    )
  }
  return <Chip tone="success" icon={<IconCheck />}>{word}</Chip>
}

interface Props {
  row: AuditRow
  selected: boolean
  onOpen: (auditId: string) => void
}

/** Plain cells: hundreds of these scroll at once. */
export const AuditTableRow = memo(function AuditTableRow({ row, selected, onOpen }: Props) {
  const { t } = useTranslation()
  const object = row.object_type_label || '–'
  return (
    <tr className={table.row} data-selected={selected || undefined} onClick={() => onOpen(row.audit_id)}>
      <td className={classes.time} title={dateTime(row.created_at)}>
        <button type="button" className={`${table.open} num`} data-row={row.audit_id} aria-label={`${row.action_label}, ${dateTime(row.created_at)}`}>
          <span className={classes.day}>{date(row.created_at)}</span> {timeSeconds(row.created_at)}
        </button>
      </td>
      <td className={classes.actor}>
        {row.actor?.full_name ?? '–'} {row.actor_role !== row.actor?.full_name && <span className={classes.role}>{row.actor_role}</span>}
      </td>
      <td className={classes.action}>{row.action_label}</td>
      <td className={classes.object}>
        {row.customer_label ?? object}
        {row.customer_label && row.object_type && row.object_type !== 'CUSTOMER' && <span className={classes.role}> {object}</span>}
      </td>
      <td className={classes.branch}>{row.branch_code ?? '–'}</td>
      <td className={classes.outcome}>
        <OutcomeChip outcome={row.outcome} word={row.outcome_label} quiet />
        {row.sealed && (
          <span className={classes.sealed} role="img" aria-label={t('oversight.sealed')} title={t('oversight.sealed')}>
            <IconLock size={12} aria-hidden />
          </span>
        )}
      </td>
    </tr>
  )
})
