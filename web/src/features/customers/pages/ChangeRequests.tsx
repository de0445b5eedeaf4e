import { useTranslation } from 'react-i18next'

import { useMe } from '~/features/iam/public/me'
import { may } from '~/lib/permissions'
import { Page } from '~/ui/Page'
import { ChangeRequestList } from '../public/ChangeRequestList'
import classes from './ChangeRequests.module.css'

interface Props {
  status: string | undefined
  onStatus: (status: string | undefined) => void
}

const STATUSES = ['PENDING', 'APPROVED', 'REJECTED', 'WITHDRAWN'] as const

export function ChangeRequests({ status, onStatus }: Props) {
  const { t } = useTranslation()
  const me = useMe()
  // What waits for a decision is what people come for; "all" is asked for by name.
  const chosen = status ?? 'PENDING'
  const tab = (value: string, word: string) => (
    <button key={value} type="button" className={classes.tab} aria-pressed={chosen === value} onClick={() => onStatus(value === 'PENDING' ? undefined : value)}>
      {word}
    </button>
  )
  return (
    <Page title={t('customers.requestsTitle')} text={t('customers.requestsText')}>
      {/* Whom the requests are closed to has nothing to choose. */}
      {may(me, 'change_request', 'R') && (
        <div className={classes.tabs} role="group" aria-label={t('customers.status')}>
          {STATUSES.map((each) => tab(each, t(`customers.requestStatus.${each}`)))}
          {tab('ALL', t('common.all'))}
        </div>
      )}
      <ChangeRequestList
        status={STATUSES.find((each) => each === chosen)}
        emptyText={t('customers.requestsEmptyText')}
        onClearFilters={chosen === 'ALL' ? undefined : () => onStatus('ALL')}
      />
    </Page>
  )
}
