import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { memo } from 'react'
import { useTranslation } from 'react-i18next'

import { Chip } from '~/ui/Chip'
import { Ago } from '~/ui/Time'
import { type Act, type Proposal, titleOf } from './query'
import { StatusChip } from './StatusChip'
import { TimeLeft } from './TimeLeft'
import frame from '~/ui/List.module.css'

interface Props {
  proposal: Proposal
  onAct: (proposal: Proposal, act: Act) => void
}

/** Which change of what, whose, and how long it still waits. */
export const ProposalRow = memo(function ProposalRow({ proposal, onAct }: Props) {
  const { t } = useTranslation()
  const { subject, concerns, can } = proposal
  return (
    <li className={frame.item} data-row={proposal.id} tabIndex={-1}>
      <div className={frame.status}>
        <StatusChip status={proposal.status} />
        {proposal.by_codes && <Chip>{t('control.byCodes')}</Chip>}
      </div>
      <div>
        <Link to="/proposals/$proposalId" params={{ proposalId: proposal.id }} className={frame.name}>
          {titleOf(proposal)}
        </Link>
        {proposal.reason && <p>“{proposal.reason}”</p>}
        <p className={frame.who}>
          {t('control.proposed')} {t('control.by', { name: proposal.proposed_by.full_name })}, <Ago at={proposal.proposed_at} />
          {concerns && concerns.full_name !== subject?.label && ` · ${t('control.concernsName', { name: concerns.full_name })}`}
          {proposal.decided_by && proposal.decided_at && (
            <>
              {' · '}
              {t('control.decided')} {t('control.by', { name: proposal.decided_by.full_name })}, <Ago at={proposal.decided_at} />
            </>
          )}
          {proposal.status === 'PROPOSED' && (
            <>
              {' · '}
              <TimeLeft until={proposal.expires_at} />
            </>
          )}
        </p>
      </div>
      <div className={frame.acts}>
        {can.withdraw && (
          <Button variant="default" onClick={() => onAct(proposal, 'withdraw')}>
            {t('control.withdraw')}
          </Button>
        )}
        {can.approve && (
          <Button variant="default" renderRoot={(props) => <Link to="/proposals/$proposalId" params={{ proposalId: proposal.id }} {...props} />}>
            {t('control.look')}
          </Button>
        )}
      </div>
    </li>
  )
})
