import { Checkbox } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { memo } from 'react'
import { useTranslation } from 'react-i18next'

import { date, money } from '~/lib/format'
import { Age, Owner, ScoreChip, SourceChip, StateChip } from '../chips'
import type { Lead } from '../model'
import classes from '../sales.module.css'
import table from '~/ui/Table.module.css'

interface Props {
  lead: Lead
  peeked: boolean
  /** Left out where nobody is assigned. */
  picked: boolean | undefined
  /** Why the last assignment of this one was refused. */
  refused: string | undefined
  onPick: (id: string) => void
  onPeek: (id: string) => void
}

/** A lead in the list: whose interest in what, worth how much, whose it is and for how long. */
export const LeadRow = memo(function LeadRow({
  lead,
  peeked,
  picked,
  refused,
  onPick,
  onPeek,
}: Props) {
  const { t } = useTranslation()
  return (
    <tr className={table.row} data-selected={peeked || picked || undefined}>
      {picked !== undefined && (
        <td data-column="pick">
          <span className={classes.pick}>
            <Checkbox
              size="xs"
              aria-label={t('leads.pick', { name: lead.customer.name })}
              checked={picked}
              onChange={() => onPick(lead.id)}
            />
          </span>
        </td>
      )}
      <td className={table.wide}>
        <button
          type="button"
          className={`${table.open} ${table.name} ${table.link}`}
          data-row={lead.id}
          onClick={() => onPeek(lead.id)}
        >
          {lead.customer.name}
        </button>
        <span className={table.sub}>
          {[lead.interest, lead.product?.name].filter(Boolean).join(' · ') || '–'}
        </span>
        {refused && (
          <span className={classes.refused}>
            <IconAlertTriangle size={13} aria-hidden /> {refused}
          </span>
        )}
      </td>
      <td>
        <StateChip state={lead.status} name={lead.status_label} />
      </td>
      <td>
        <Age of={lead} />
      </td>
      <td data-column="score">
        <ScoreChip of={lead} />
      </td>
      <td data-column="source">
        <SourceChip source={lead.source} />
      </td>
      <td className="num" data-column="value" data-label={t('leads.fields.value')}>
        {lead.estimated_value ? money(lead.estimated_value) : '–'}
      </td>
      {picked !== undefined && (
        <td className={table.wide} data-label={t('leads.fields.owner')}>
          <Owner of={lead.assigned_to} />
        </td>
      )}
      <td className={table.wide} data-column="task" data-label={t('leads.fields.task')}>
        {lead.next_task ? (
          <span data-late={lead.next_task.overdue || undefined} title={lead.next_task.title}>
            {lead.next_task.title} <span className="muted num">{date(lead.next_task.due_on)}</span>
          </span>
        ) : (
          <span className="muted">–</span>
        )}
      </td>
    </tr>
  )
})
