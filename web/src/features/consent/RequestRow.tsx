import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { IconArrowBackUp, IconCircleCheck, IconCircleX, IconClock } from '@tabler/icons-react'
import { memo } from 'react'
import { useTranslation } from 'react-i18next'

import { Chip, type Tone } from '~/ui/Chip'
import { Ago } from '~/ui/Time'
import type { Decision } from './DecisionDialog'
import type { ConsentRequest, RequestStatus } from './query'
import frame from '~/ui/List.module.css'

const LOOK: Record<RequestStatus, [Tone, typeof IconClock]> = {
  PENDING: ['warning', IconClock],
  APPROVED: ['success', IconCircleCheck],
  REJECTED: ['critical', IconCircleX],
  WITHDRAWN: ['neutral', IconArrowBackUp],
}

interface Props {
  request: ConsentRequest
  onDecide: (request: ConsentRequest, decision: Decision) => void
}

/** A grant that waits, or waited, for a supervisor. */
export const RequestRow = memo(function RequestRow({ request, onDecide }: Props) {
  const { t } = useTranslation()
  const [tone, Icon] = LOOK[request.status]
  const { can, customer } = request
  return (
    <li className={frame.item} data-row={request.request_id} tabIndex={-1}>
      <div className={frame.status}>
        <Chip tone={tone} icon={<Icon />}>
          {t(`consent.requestStatus.${request.status}`)}
        </Chip>
      </div>
      <div>
        {customer.reached ? (
          <Link to="/customers/$customerId" params={{ customerId: customer.id }} search={{ tab: 'consent' }} preload={false} className={frame.name}>
            {customer.name}
          </Link>
        ) : (
          <span className={frame.name}>{customer.name}</span>
        )}
        <p>
          {[request.purpose, request.channel_name].filter(Boolean).join(', ')}, {t('consent.wordingNumber', { number: request.wording_number })}
        </p>
        <p>{t('consent.how', { channel: request.captured_channel_name, method: request.verification_method_name })}</p>
        {request.notes && <p>“{request.notes}”</p>}
        <p className={frame.who}>
          {request.requested_by && t('consent.requestedBy', { name: request.requested_by.full_name })}
          <Ago at={request.requested_at} />
          {request.decided_by && request.decided_at && (
            <>
              {' · '}
              {t('consent.decidedBy', { name: request.decided_by.full_name })}
              <Ago at={request.decided_at} />
              {request.decision_note && `: “${request.decision_note}”`}
            </>
          )}
        </p>
      </div>
      <div className={frame.acts}>
        {can.withdraw && (
          <Button variant="default" onClick={() => onDecide(request, 'withdraw')}>
            {t('consent.takeBack')}
          </Button>
        )}
        {can.reject && (
          <Button variant="default" onClick={() => onDecide(request, 'reject')}>
            {t('consent.reject')}
          </Button>
        )}
        {can.approve && <Button onClick={() => onDecide(request, 'approve')}>{t('consent.approve')}</Button>}
      </div>
    </li>
  )
})
