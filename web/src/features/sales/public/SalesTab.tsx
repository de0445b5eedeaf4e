import '../texts/id/sales'
import '../texts/id/leads'
import '../texts/id/opportunities'

import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { IconFlag, IconPlus, IconTargetArrow } from '@tabler/icons-react'
import { Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'

import { useMe } from '~/features/iam/public/me'
import { piecesFor } from '~/lib/feature'
import { money } from '~/lib/format'
import { Chip } from '~/ui/Chip'
import { ListBones } from '~/ui/ListBones'
import { Section } from '~/ui/Section'
import { Problem, State } from '~/ui/states'
import { Ago, On } from '~/ui/Time'
import { Activities } from '../Activities'
import { Age, ExpectedClose, StateChip } from '../chips'
import { LeadDialog } from '../leads/LeadDialog'
import type { CustomerSales } from '../model'
import { OpportunityDialog } from '../opportunities/OpportunityDialog'
import { customerSalesQuery } from '../query'
import classes from '../sales.module.css'

const STEPS = ['new', 'contacted', 'qualified', 'closed'] as const

/** What this customer may become: the stage of life with its reason, leads and opportunities, and what was done about them. */
export function SalesTab({ customerId }: { customerId: string }) {
  const { t } = useTranslation()
  const me = useMe()
  const found = useQuery(customerSalesQuery(customerId))
  const [making, setMaking] = useState<'lead' | 'opportunity' | null>(null)
  if (found.isError && !found.data)
    return <Problem error={found.error} onRetry={() => void found.refetch()} />
  if (!found.data) return <ListBones />
  const sales = found.data
  const create = (
    <>
      {sales.can.create_opportunity && (
        <Button
          variant="default"
          leftSection={<IconPlus size={15} />}
          onClick={() => setMaking('opportunity')}
        >
          {t('opportunities.create')}
        </Button>
      )}
      {sales.can.create_lead && (
        <Button leftSection={<IconPlus size={15} />} onClick={() => setMaking('lead')}>
          {t('leads.create')}
        </Button>
      )}
    </>
  )
  return (
    <>
      {sales.lifecycle && <Lifecycle lifecycle={sales.lifecycle} />}
      <ol className={classes.pipeline} aria-label={t('sales.pipeline')}>
        {STEPS.map((step) => (
          <li key={step} data-some={sales.pipeline[step] > 0 || undefined}>
            <strong className="num">{sales.pipeline[step]}</strong>
            <span>
              {step === 'closed'
                ? t('sales.closed')
                : t(`leads.statuses.${step.toUpperCase() as 'NEW'}`)}
            </span>
          </li>
        ))}
      </ol>
      <div className={classes.buttons}>{create}</div>
      {sales.leads.length === 0 && sales.opportunities.length === 0 ? (
        <State icon={<IconTargetArrow />} title={t('sales.customerEmpty')}>
          <p>{t('sales.customerEmptyText')}</p>
        </State>
      ) : (
        <>
          {sales.leads.length > 0 && (
            <Section title={t('leads.title')}>
              <ul>
                {sales.leads.map((lead) => (
                  <li key={lead.id}>
                    <Link
                      to="/leads/$leadId"
                      params={{ leadId: lead.id }}
                      preload={false}
                      className={classes.item}
                      data-row={lead.id}
                    >
                      <span className={classes.what}>
                        <span>{lead.interest || lead.product?.name || lead.source.type_label}</span>
                        <span className="muted">
                          {[
                            lead.source.label ?? lead.source.type_label,
                            lead.assigned_to?.full_name ?? t('sales.nobody'),
                            lead.estimated_value && money(lead.estimated_value),
                          ]
                            .filter(Boolean)
                            .join(' · ')}
                        </span>
                      </span>
                      <StateChip state={lead.status} name={lead.status_label} />
                      <Age of={lead} />
                    </Link>
                  </li>
                ))}
              </ul>
            </Section>
          )}
          {sales.opportunities.length > 0 && (
            <Section title={t('opportunities.title')}>
              <ul>
                {sales.opportunities.map((one) => (
                  <li key={one.id}>
                    <Link
                      to="/opportunities/$opportunityId"
                      params={{ opportunityId: one.id }}
                      preload={false}
                      className={classes.item}
                      data-row={one.id}
                    >
                      <span className={classes.what}>
                        <span>{one.product_interest}</span>
                        <span className="muted num">{`${money(one.estimated_value)} · ${one.probability} %`}</span>
                      </span>
                      <StateChip state={one.stage} name={one.stage_label} />
                      {one.closed_at ? <Age of={one} /> : <ExpectedClose of={one} />}
                    </Link>
                  </li>
                ))}
              </ul>
            </Section>
          )}
        </>
      )}
      {piecesFor('customerSales', me).map((Piece, at) => (
        <Suspense key={at}>
          <Piece customerId={customerId} />
        </Suspense>
      ))}
      <Activities customerId={customerId} />
      {making === 'lead' && <LeadDialog customerId={customerId} onClose={() => setMaking(null)} />}
      {making === 'opportunity' && (
        <OpportunityDialog customerId={customerId} onClose={() => setMaking(null)} />
      )}
    </>
  )
}

/** Where the customer is between prospect and customer, since when and why, and how they came there. */
function Lifecycle({ lifecycle }: { lifecycle: NonNullable<CustomerSales['lifecycle']> }) {
  const { t } = useTranslation()
  const [open, setOpen] = useState(false)
  return (
    <>
      <div className={classes.stage}>
        <span className="muted">{t('sales.lifecycle')}</span>
        <Chip tone="accent" icon={<IconFlag />}>
          {lifecycle.label}
        </Chip>
        <span className="muted">
          {t('sales.since')} <On at={lifecycle.since} />
          {lifecycle.reason && ` · ${lifecycle.reason}`}
        </span>
        {lifecycle.history.length > 0 && (
          <Button
            variant="subtle"
            size="compact-xs"
            aria-expanded={open}
            onClick={() => setOpen(!open)}
          >
            {t(open ? 'sales.hideHistory' : 'sales.showHistory')}
          </Button>
        )}
      </div>
      {open && (
        <ol className={classes.history} style={{ marginTop: 8 }}>
          {lifecycle.history.map((change, index) => (
            <li key={`${change.at}${index}`}>
              <p>
                {change.from_label ? `${change.from_label} → ` : ''}
                {change.to_label}
                {change.reason && <span className="muted"> · {change.reason}</span>}
              </p>
              <p>
                <Ago at={change.at} />
              </p>
            </li>
          ))}
        </ol>
      )}
    </>
  )
}
