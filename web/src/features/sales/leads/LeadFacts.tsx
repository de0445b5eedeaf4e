import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

import { dateTime, money } from '~/lib/format'
import { Facts } from '~/ui/Facts'
import { Age, CustomerLink, Owner, ScoreChip, SourceChip, StateChip } from '../chips'
import type { Lead } from '../model'
import classes from '../sales.module.css'

/** All that is known of a lead, beside the list and on its page. */
export function LeadFacts({ lead, status }: { lead: Lead; status?: boolean }) {
  const { t } = useTranslation()
  const facts: [string, ReactNode][] = [
    [t('leads.fields.customer'), <CustomerLink customer={lead.customer} tab="sales" />],
    [t('leads.fields.interest'), lead.interest || '–'],
    [t('leads.fields.product'), lead.product?.name ?? '–'],
    [
      t('leads.fields.value'),
      <span className="num">{lead.estimated_value ? money(lead.estimated_value) : '–'}</span>,
    ],
    [
      t('leads.fields.source'),
      <>
        <SourceChip source={lead.source} /> {lead.source.label}
      </>,
    ],
    [t(lead.closed_at ? 'leads.fields.closed' : 'leads.fields.age'), <Age of={lead} />],
    [t('leads.fields.owner'), <Owner of={lead.assigned_to} />],
    [t('leads.fields.branch'), lead.branch.name],
    [
      t('leads.fields.created'),
      lead.created_by
        ? t('sales.by', { name: lead.created_by.full_name, at: dateTime(lead.created_at) })
        : dateTime(lead.created_at),
    ],
  ]
  if (lead.score)
    facts.push([
      t('leads.fields.score'),
      lead.score.withheld ?? (
        <>
          <ScoreChip of={lead} /> {lead.score.band_action}
          {lead.score.breakdown.map((part) => (
            <span key={part.factor} className={classes.part}>
              <span className="num">+{part.points}</span> {part.reason}
            </span>
          ))}
        </>
      ),
    ])
  if (status)
    facts.unshift([
      t('leads.fields.status'),
      <StateChip state={lead.status} name={lead.status_label} />,
    ])
  if (lead.closed_reason)
    facts.push([
      t('leads.fields.reason'),
      [lead.closed_reason.name, lead.closed_note].filter(Boolean).join(' · '),
    ])
  if (lead.next_task) {
    facts.push([
      t('leads.fields.task'),
      <Link to="/tasks/$taskId" params={{ taskId: lead.next_task.id }} className={classes.link}>
        {lead.next_task.title}
      </Link>,
    ])
  }
  if (lead.opportunity_id) {
    facts.push([
      t('leads.fields.opportunity'),
      <Link
        to="/opportunities/$opportunityId"
        params={{ opportunityId: lead.opportunity_id }}
        className={classes.link}
      >
        {t('leads.openOpportunity')}
      </Link>,
    ])
  }
  return (
    <>
      {lead.note && <p className={classes.note}>{lead.note}</p>}
      <Facts facts={facts} labelWidth={140} />
    </>
  )
}
