import { useTranslation } from 'react-i18next'

import { useMe } from '~/features/iam/public/me'
import { may } from '~/lib/permissions'
import { Page } from '~/ui/Page'
import { Views } from '~/ui/Views'
import { ChangeRequestList } from '../public/ChangeRequestList'

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
  return (
    <Page title={t('customers.requestsTitle')} text={t('customers.requestsText')}>
      {/* Whom the requests are closed to has nothing to choose. */}
      {may(me, 'change_request', 'R') && (
        <Views
          label={t('customers.status')}
          views={[...STATUSES.map((key) => ({ key, label: t(`customers.requestStatus.${key}`) })), { key: 'ALL' as const, label: t('common.all') }]}
          value={chosen}
          onChange={(value) => onStatus(value === 'PENDING' ? undefined : value)}
        />
      )}
      <ChangeRequestList
        status={STATUSES.find((each) => each === chosen)}
        emptyText={t('customers.requestsEmptyText')}
        onClearFilters={chosen === 'ALL' || chosen === 'PENDING' ? undefined : () => onStatus('ALL')}
      />
    </Page>
  )
}
