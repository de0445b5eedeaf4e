import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { IconArrowBackUp, IconArrowRight, IconCircleCheck, IconCircleX, IconClock } from '@tabler/icons-react'
import { memo } from 'react'
import { useTranslation } from 'react-i18next'

import type { ChangeRequest } from '~/api/models'
import { useLabel } from '~/lib/labels'
import { Chip, type Tone } from '~/ui/Chip'
import { Ago } from '~/ui/Time'
import { useChangeWords } from './public/changeWords'
import type { Decision } from './DecisionDialog'
import classes from './ChangeRequestRow.module.css'
import frame from '~/ui/List.module.css'

const LOOK: Record<string, [Tone, typeof IconClock]> = {
  PENDING: ['warning', IconClock],
  APPROVED: ['success', IconCircleCheck],
  REJECTED: ['critical', IconCircleX],
  WITHDRAWN: ['neutral', IconArrowBackUp],
}

interface Props {
  request: ChangeRequest
  showCustomer: boolean
  onDecide: (decision: Decision) => void
}

export const ChangeRequestRow = memo(function ChangeRequestRow({ request, showCustomer, onDecide }: Props) {
  const { t } = useTranslation()
  const label = useLabel()
  const words = useChangeWords()
  const [tone, Icon] = LOOK[request.status] ?? ['neutral', IconClock]
  const { can } = request
  return (
    <li className={frame.item} data-row={request.request_id} tabIndex={-1}>
      <div className={frame.status}>
        <Chip tone={tone} icon={<Icon />}>
          {label('customers.requestStatus', request.status)}
        </Chip>
      </div>
      <div>
        {showCustomer && (
          <Link to="/customers/$customerId" params={{ customerId: request.customer_id }} preload={false} className={frame.name}>
            {request.customer_name}
          </Link>
        )}
        <dl>
          {request.changes.map((change) => (
            <div key={change.field} className={classes.change}>
              <dt>{label('customers.fields', change.field)}</dt>
              <dd>
                {!change.concealed && (
                  <>
                    <span className={classes.before}>{words(change.field, change.before)}</span>
                    <IconArrowRight size={13} aria-label={t('customers.after')} />
                  </>
                )}
                <span className={classes.after}>{words(change.field, change.after)}</span>
                {change.concealed && <span className={classes.before}>({t('customers.concealed')})</span>}
              </dd>
            </div>
          ))}
        </dl>
        {request.note && <p className={classes.note}>“{request.note}”</p>}
        <p className={frame.who}>
          {t('customers.requestedBy')} {request.requested_by.full_name}, <Ago at={request.requested_at} />
          {request.askers.length > 0 && ` · ${t('customers.alsoAsked', { names: request.askers.map((each) => each.full_name).join(', ') })}`}
          {request.decided_by && request.decided_at && (
            <>
              {' · '}
              {t('customers.decidedBy')} {request.decided_by.full_name}, <Ago at={request.decided_at} />
              {request.decision_note && `: “${request.decision_note}”`}
            </>
          )}
        </p>
      </div>
      <div className={frame.acts}>
        {can.withdraw && (
          <Button variant="default" onClick={() => onDecide('withdraw')}>
            {t('customers.withdraw')}
          </Button>
        )}
        {can.reject && (
          <Button variant="default" onClick={() => onDecide('reject')}>
            {t('customers.reject')}
          </Button>
        )}
        {can.approve && <Button onClick={() => onDecide('approve')}>{t('customers.approve')}</Button>}
      </div>
    </li>
  )
})
