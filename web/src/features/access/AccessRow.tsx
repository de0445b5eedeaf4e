import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { memo } from 'react'
import { useTranslation } from 'react-i18next'

import { Chip } from '~/ui/Chip'
import { Ago } from '~/ui/Time'
import type { Act } from './ActDialog'
import type { Access } from './query'
import { StatusChip } from './StatusChip'
import classes from './access.module.css'
import frame from '~/ui/List.module.css'

interface Props {
  request: Access
  onAct: (request: Access, act: Act) => void
}

/** Whose access to whom, why, and what I can do about it. */
export const AccessRow = memo(function AccessRow({ request, onAct }: Props) {
  const { t } = useTranslation()
  const { can } = request
  const button = (act: Act, look: 'default' | 'filled') =>
    can[act] && (
      <Button variant={look} onClick={() => onAct(request, act)}>
        {t(`access.${act}`)}
      </Button>
    )
  return (
    <li className={frame.item} data-row={request.id} tabIndex={-1}>
      <div className={frame.status}>
        <StatusChip status={request.status} />
        {request.self_approved && (
          <Chip tone="critical" title={t('access.selfApprovedText')}>
            {t('access.selfApproved')}
          </Chip>
        )}
      </div>
      <div>
        <Link to="/break-glass/$requestId" params={{ requestId: request.id }} className={frame.name}>
          {request.customer ? request.customer.name : t('access.sampleOf', { count: request.sample?.size ?? 0 })}
        </Link>
        <p>
          {[request.customer?.cif, request.branch?.name, request.reason_name].filter(Boolean).join(' · ')}
          <span className={classes.faint}>
            {' · '}
            {request.ticket} · {t('access.minutesValue', { count: request.minutes })} · {t('access.tier')} {request.tier}
          </span>
        </p>
        <p className={frame.who}>
          {t('access.requestedBy')} {t('access.by', { name: request.requested_by.full_name })} ({request.requester_role}), <Ago at={request.requested_at} />
          {request.decided_by && request.decided_at && (
            <>
              {' · '}
              {t('access.decidedBy')} {t('access.by', { name: request.decided_by.full_name })}, <Ago at={request.decided_at} />
            </>
          )}
          {request.acts !== null && request.starts_at && <> · {t('access.acts', { count: request.acts })}</>}
          {request.review && (
            <>
              {' · '}
              {t('access.reviews')}: {t(`access.finding.${request.review.verdict}`)}
            </>
          )}
        </p>
      </div>
      <div className={frame.acts}>
        {button('withdraw', 'default')}
        {button('self_approve', 'default')}
        {button('reject', 'default')}
        {button('approve', 'filled')}
        {button('revoke', 'default')}
        {button('end', 'default')}
      </div>
    </li>
  )
})
