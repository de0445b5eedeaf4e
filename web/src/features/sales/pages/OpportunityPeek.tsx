import '../texts/id/sales'
import '../texts/id/opportunities'

import { ActionIcon, Button, Tooltip } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { IconArrowsDiagonal } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import { hasStatus } from '~/api/problem'
import { Bone } from '~/ui/Bone'
import { SidePanel } from '~/ui/SidePanel'
import { NotHere, Problem } from '~/ui/states'
import { MoveButtons } from '../moves/MoveButtons'
import { useMoves } from '../moves/useMoves'
import { OPPORTUNITIES } from '../opportunities/kind'
import { OpportunityDialog } from '../opportunities/OpportunityDialog'
import { OpportunityFacts } from '../opportunities/OpportunityFacts'
import { opportunityQuery } from '../opportunities/query'
import classes from '../sales.module.css'

interface Props {
  opportunityId: string
  onClose: () => void
  onOpen: () => void
}

/** An opportunity beside the list, with all that can be done with it. */
export function OpportunityPeek({ opportunityId, onClose, onOpen }: Props) {
  const { t } = useTranslation()
  const query = useQuery(opportunityQuery(opportunityId))
  const moves = useMoves(OPPORTUNITIES)
  const [changing, setChanging] = useState(false)
  const one = query.data
  return (
    <>
      <SidePanel
        label={t('opportunities.peek')}
        title={one ? one.customer.name : <Bone width={180} height={14} />}
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
            !one &&
            (hasStatus(query.error, 404) ? (
              <NotHere />
            ) : (
              <Problem error={query.error} onRetry={() => void query.refetch()} />
            ))}
          {one && (
            <>
              <OpportunityFacts one={one} stage />
              <div className={classes.buttons}>
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
              </div>
            </>
          )}
        </div>
      </SidePanel>
      {changing && one && <OpportunityDialog one={one} onClose={() => setChanging(false)} />}
      {moves.dialog}
    </>
  )
}
