import { IconAlertTriangle, IconChecklist, IconTrendingUp } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'

import { date, money } from '~/lib/format'
import { Chip } from '~/ui/Chip'
import { AgingChip, Owner, ScoreChip, SourceChip } from '../chips'
import type { Lead } from '../model'
import board from '../board/kanban.module.css'

/** A lead on the board: what it is about, worth how much, from where, for how long, and what is to be done next. */
export function LeadCard({ lead, owner }: { lead: Lead; owner: boolean }) {
  const { t } = useTranslation()
  const about = [
    lead.interest,
    lead.product && lead.product.name !== lead.interest && lead.product.name,
  ]
    .filter(Boolean)
    .join(' · ')
  return (
    <>
      {about && <p className={board.about}>{about}</p>}
      {(lead.estimated_value || owner) && (
        <p className={board.line}>
          {owner && <Owner of={lead.assigned_to} />}
          {lead.estimated_value && (
            <span className={`${board.value} num`}>{money(lead.estimated_value)}</span>
          )}
        </p>
      )}
      <div className={board.chips}>
        <ScoreChip of={lead} />
        <AgingChip of={lead} />
        <SourceChip source={lead.source} />
        {lead.opportunity_id && (
          <Chip tone="accent" icon={<IconTrendingUp />}>
            {t('leads.fields.opportunity')}
          </Chip>
        )}
      </div>
      {lead.next_task && (
        <p className={board.task} data-late={lead.next_task.overdue || undefined}>
          {lead.next_task.overdue ? (
            <IconAlertTriangle size={13} aria-hidden />
          ) : (
            <IconChecklist size={13} aria-hidden />
          )}
          <span>
            {lead.next_task.overdue && (
              <span className="visually-hidden">{t('sales.taskOverdue')}: </span>
            )}
            {lead.next_task.title}
          </span>
          <span className="num nowrap">{date(lead.next_task.due_on)}</span>
        </p>
      )}
      {lead.closed_reason && <p className={board.task}>{lead.closed_reason.name}</p>}
    </>
  )
}
