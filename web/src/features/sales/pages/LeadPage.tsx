import '../texts/id/sales'
import '../texts/id/leads'
import '../texts/id/opportunities'

import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { IconArrowUpRight, IconUserCheck } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import { useCommands } from '~/lib/commands'
import { ButtonLink } from '~/ui/ButtonLink'
import { ListBones } from '~/ui/ListBones'
import { Page } from '~/ui/Page'
import { Section } from '~/ui/Section'
import { Problem } from '~/ui/states'
import { Activities } from '../Activities'
import { History } from '../History'
import { ConvertDialog } from '../leads/ConvertDialog'
import { LEADS } from '../leads/kind'
import { LeadDialog } from '../leads/LeadDialog'
import { LeadFacts } from '../leads/LeadFacts'
import { leadHistoryQuery, leadQuery } from '../leads/query'
import { useAssign } from '../leads/useAssign'
import { OPEN_STATUSES } from '../model'
import { MoveButtons } from '../moves/MoveButtons'
import { Stepper } from '../moves/Stepper'
import { useMoves } from '../moves/useMoves'
import classes from '../sales.module.css'

interface Props {
  leadId: string
  onOpportunity: (opportunityId: string) => void
}

/** One lead: how far it has come, what may be done, what was done. */
export function LeadPage({ leadId, onOpportunity }: Props) {
  const { t } = useTranslation()
  const found = useQuery(leadQuery(leadId))
  const history = useQuery(leadHistoryQuery(leadId))
  const moves = useMoves(LEADS)
  const assign = useAssign()
  const [dialog, setDialog] = useState<'change' | 'convert' | null>(null)
  const lead = found.data
  useCommands([
    {
      id: 'lead.change',
      group: 'record',
      label: t('sales.change'),
      keys: 'e',
      hidden: !lead?.can.update,
      run: () => lead?.can.update && setDialog('change'),
    },
    {
      id: 'lead.assign',
      group: 'record',
      label: t('leads.assign'),
      keys: 'a',
      hidden: !lead?.can.assign,
      run: () => lead?.can.assign && assign.ask([lead]),
    },
  ])
  if (found.isPending) {
    return (
      <Page title={t('leads.title')}>
        <ListBones />
      </Page>
    )
  }
  if (!lead) return <Problem page error={found.error} onRetry={() => void found.refetch()} />
  return (
    <Page
      title={lead.customer.name}
      text={
        <>
          <Link to="/leads">← {t('leads.title')}</Link>
          {(lead.interest || lead.product) && <span> · {lead.interest || lead.product?.name}</span>}
        </>
      }
      actions={
        <>
          {lead.can.assign && (
            <Button
              variant="default"
              leftSection={<IconUserCheck size={15} />}
              onClick={() => assign.ask([lead])}
            >
              {t('leads.assign')}
            </Button>
          )}
          {lead.can.update && (
            <Button variant="default" onClick={() => setDialog('change')}>
              {t('sales.change')}
            </Button>
          )}
          <MoveButtons
            moves={lead.moves}
            undo={lead.can.undo}
            busy={moves.busy(lead)}
            onMove={(move) => moves.ask(lead, [move])}
            onUndo={() => moves.undo(lead)}
          />
          {lead.can.convert && !lead.opportunity_id && (
            <Button
              leftSection={<IconArrowUpRight size={15} />}
              onClick={() => setDialog('convert')}
            >
              {t('leads.convert')}
            </Button>
          )}
          {lead.opportunity_id && (
            <ButtonLink
              to="/opportunities/$opportunityId"
              params={{ opportunityId: lead.opportunity_id }}
              variant="default"
              leftSection={<IconArrowUpRight size={15} aria-hidden />}
            >
              {t('leads.openOpportunity')}
            </ButtonLink>
          )}
        </>
      }
    >
      <Stepper
        label={t('leads.progress')}
        steps={OPEN_STATUSES.map((key) => ({ key, label: t(`leads.statuses.${key}`) }))}
        state={lead.status}
        stateLabel={lead.status_label}
      />
      <div className={classes.columns}>
        <div>
          <Section title={t('leads.about')}>
            <LeadFacts lead={lead} />
          </Section>
          <Activities
            customerId={lead.customer.id}
            subject={{ type: 'LEAD', id: lead.id }}
            writes={lead.customer.reached}
          />
        </div>
        <div>
          <History found={history} />
        </div>
      </div>
      {dialog === 'change' && <LeadDialog lead={lead} onClose={() => setDialog(null)} />}
      {dialog === 'convert' && (
        <ConvertDialog lead={lead} onClose={() => setDialog(null)} onConverted={onOpportunity} />
      )}
      {assign.dialog}
      {moves.dialog}
      <p className="visually-hidden" role="status">
        {moves.said}
      </p>
    </Page>
  )
}
