import '../texts/id/sales'
import '../texts/id/opportunities'

import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import { useCommands } from '~/lib/commands'
import { ListBones } from '~/ui/ListBones'
import { Page } from '~/ui/Page'
import { Section } from '~/ui/Section'
import { Problem } from '~/ui/states'
import { Activities } from '../Activities'
import { History } from '../History'
import { OPEN_STAGES } from '../model'
import { MoveButtons } from '../moves/MoveButtons'
import { Stepper } from '../moves/Stepper'
import { useMoves } from '../moves/useMoves'
import { OPPORTUNITIES } from '../opportunities/kind'
import { OpportunityDialog } from '../opportunities/OpportunityDialog'
import { OpportunityFacts } from '../opportunities/OpportunityFacts'
import { opportunityHistoryQuery, opportunityQuery } from '../opportunities/query'
import { stagesQuery } from '../query'
import classes from '../sales.module.css'

/** One opportunity: how far it has come, what it is worth, what may be done, what was done. */
export function OpportunityPage({ opportunityId }: { opportunityId: string }) {
  const { t } = useTranslation()
  const found = useQuery(opportunityQuery(opportunityId))
  const history = useQuery(opportunityHistoryQuery(opportunityId))
  const stages = useQuery(stagesQuery).data?.items ?? []
  const moves = useMoves(OPPORTUNITIES)
  const [changing, setChanging] = useState(false)
  const one = found.data
  useCommands([
    {
      id: 'opportunity.change',
      group: 'record',
      label: t('sales.change'),
      keys: 'e',
      hidden: !one?.can.update,
      run: () => one?.can.update && setChanging(true),
    },
  ])
  if (found.isPending) {
    return (
      <Page title={t('opportunities.title')}>
        <ListBones />
      </Page>
    )
  }
  if (!one) return <Problem page error={found.error} onRetry={() => void found.refetch()} />
  const name = (key: (typeof OPEN_STAGES)[number]) =>
    stages.find((each) => each.stage === key)?.name ?? t(`opportunities.stages.${key}`)
  return (
    <Page
      title={one.customer.name}
      text={
        <>
          <Link to="/opportunities">← {t('opportunities.title')}</Link>
          <span> · {one.product_interest}</span>
        </>
      }
      actions={
        <>
          {one.can.update && (
            <Button variant="default" onClick={() => setChanging(true)}>
              {t('sales.change')}
            </Button>
          )}
          <MoveButtons
            moves={one.moves}
            undo={one.can.undo}
            busy={moves.busy(one)}
            onMove={(move) => moves.ask(one, [move])}
            onUndo={() => moves.undo(one)}
          />
        </>
      }
    >
      <Stepper
        label={t('opportunities.progress')}
        steps={OPEN_STAGES.map((key) => ({ key, label: name(key) }))}
        state={one.stage}
        stateLabel={one.stage_label}
      />
      <div className={classes.columns}>
        <div>
          <Section title={t('opportunities.about')}>
            <OpportunityFacts one={one} />
          </Section>
          <Activities
            customerId={one.customer.id}
            subject={{ type: 'OPPORTUNITY', id: one.id }}
            writes={one.customer.reached}
          />
        </div>
        <div>
          <History found={history} />
        </div>
      </div>
      {changing && <OpportunityDialog one={one} onClose={() => setChanging(false)} />}
      {moves.dialog}
      <p className="visually-hidden" role="status">
        {moves.said}
      </p>
    </Page>
  )
}
