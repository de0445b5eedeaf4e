import '../texts/id/sales'
import '../texts/id/leads'

import { ActionIcon, Button, Tooltip } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { IconArrowsDiagonal, IconUserCheck } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import { hasStatus } from '~/api/problem'
import { Bone } from '~/ui/Bone'
import { SidePanel } from '~/ui/SidePanel'
import { NotHere, Problem } from '~/ui/states'
import { LEADS } from '../leads/kind'
import { LeadDialog } from '../leads/LeadDialog'
import { LeadFacts } from '../leads/LeadFacts'
import { leadQuery } from '../leads/query'
import { useAssign } from '../leads/useAssign'
import { MoveButtons } from '../moves/MoveButtons'
import { useMoves } from '../moves/useMoves'
import classes from '../sales.module.css'

interface Props {
  leadId: string
  onClose: () => void
  onOpen: () => void
}

/** A lead beside the list, with all that can be done with it. */
export function LeadPeek({ leadId, onClose, onOpen }: Props) {
  const { t } = useTranslation()
  const query = useQuery(leadQuery(leadId))
  const moves = useMoves(LEADS)
  const assign = useAssign()
  const [changing, setChanging] = useState(false)
  const lead = query.data
  return (
    <>
      <SidePanel
        label={t('leads.peek')}
        title={lead ? lead.customer.name : <Bone width={180} height={14} />}
        onClose={onClose}
        actions={
          <Tooltip label={t('sales.openFull')}>
            <ActionIcon aria-label={t('sales.openFull')} onClick={onOpen}>
              <IconArrowsDiagonal size={16} />
            </ActionIcon>
          </Tooltip>
        }
      >
        <div className={classes.peek} aria-busy={query.isPending || undefined}>
          {query.isPending && [260, 320, 180].map((width) => <Bone key={width} width={width} />)}
          {query.isError &&
            !lead &&
            (hasStatus(query.error, 404) ? (
              <NotHere />
            ) : (
              <Problem error={query.error} onRetry={() => void query.refetch()} />
            ))}
          {lead && (
            <>
              <LeadFacts lead={lead} status />
              <div className={classes.buttons}>
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
                  <Button variant="default" onClick={() => setChanging(true)}>
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
              </div>
            </>
          )}
        </div>
      </SidePanel>
      {changing && lead && <LeadDialog lead={lead} onClose={() => setChanging(false)} />}
      {assign.dialog}
      {moves.dialog}
    </>
  )
}
