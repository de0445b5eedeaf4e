import { useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { IconUsers } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

import { isProposal, type Proposal, PROPOSALS } from '~/lib/proposal'
import { toastProposed } from './toast'
import classes from './Proposal.module.css'

/** Knows an answer that waits for a second person: says so with the way to it, and has what waits read again. */
export function useProposed() {
  const { t } = useTranslation()
  const client = useQueryClient()
  const navigate = useNavigate()
  return (answer: unknown): answer is Proposal => {
    if (!isProposal(answer)) return false
    void client.invalidateQueries({ queryKey: PROPOSALS })
    toastProposed(t('common.proposal.waits'), t('common.proposal.open'), () => void navigate({ to: '/proposals/$proposalId', params: { proposalId: answer.id } }))
    return true
  }
}

interface Props {
  proposal: Pick<Proposal, 'id'>
  /** What it means here; without it, that nothing has changed yet. */
  children?: ReactNode
}

/** Stands where a change was made that a second person decides, with the way to it. */
export function ProposalNotice({ proposal, children }: Props) {
  const { t } = useTranslation()
  return (
    <div className={classes.notice} role="status">
      <IconUsers size={16} aria-hidden />
      <div className={classes.words}>
        <strong>{t('common.proposal.waits')}</strong>
        <span>{children ?? t('common.proposal.text')}</span>
        <Link to="/proposals/$proposalId" params={{ proposalId: proposal.id }}>
          {t('common.proposal.open')}
        </Link>
      </div>
    </div>
  )
}
