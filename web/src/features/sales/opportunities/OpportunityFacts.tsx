import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

import { dateTime, money } from '~/lib/format'
import { Facts } from '~/ui/Facts'
import { Age, CustomerLink, ExpectedClose, Owner, SourceChip, StateChip } from '../chips'
import type { Opportunity } from '../model'
import classes from '../sales.module.css'

/** All that is known of an opportunity, beside the list and on its page. */
export function OpportunityFacts({ one, stage }: { one: Opportunity; stage?: boolean }) {
  const { t } = useTranslation()
  const facts: [string, ReactNode][] = [
    [t('opportunities.fields.customer'), <CustomerLink customer={one.customer} tab="sales" />],
    [t('opportunities.fields.interest'), one.product_interest],
    [t('opportunities.fields.product'), one.product?.name ?? '–'],
    [t('opportunities.fields.value'), <span className="num">{money(one.estimated_value)}</span>],
    [
      t('opportunities.fields.weighted'),
      <span className="num">
        {t('opportunities.weightedText', {
          percent: one.probability,
          value: money(one.weighted_value),
        })}
      </span>,
    ],
    [t('opportunities.fields.close'), <ExpectedClose of={one} />],
    [
      t(one.closed_at ? 'opportunities.fields.closed' : 'opportunities.fields.age'),
      <Age of={one} />,
    ],
    [t('opportunities.fields.owner'), <Owner of={one.assigned_to} />],
    [t('opportunities.fields.branch'), one.branch.name],
    [
      t('opportunities.fields.created'),
      one.created_by
        ? t('sales.by', { name: one.created_by.full_name, at: dateTime(one.created_at) })
        : dateTime(one.created_at),
    ],
  ]
  if (stage)
    facts.unshift([
      t('opportunities.fields.stage'),
      <StateChip state={one.stage} name={one.stage_label} />,
    ])
  if (one.source)
    facts.push([
      t('opportunities.fields.source'),
      <>
        <SourceChip source={one.source} /> {one.source.label}
      </>,
    ])
  if (one.lost_reason)
    facts.push([
      t('opportunities.fields.lost'),
      [one.lost_reason.name, one.closed_note].filter(Boolean).join(' · '),
    ])
  if (one.won_product)
    facts.push([
      t('opportunities.fields.won'),
      [one.won_product.name, one.closed_note].filter(Boolean).join(' · '),
    ])
  if (one.lead_id) {
    facts.push([
      t('opportunities.fields.lead'),
      <Link to="/leads/$leadId" params={{ leadId: one.lead_id }} className={classes.link}>
        {t('opportunities.openLead')}
      </Link>,
    ])
  }
  return <Facts facts={facts} labelWidth={140} />
}
