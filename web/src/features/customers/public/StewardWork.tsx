import '../texts/id/customers'

import { useInfiniteQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'

import { flatten } from '~/lib/keyset'
import { count } from '~/lib/format'
import { HomeFigures } from '~/ui/HomeFigures'
import { Ago } from '~/ui/Time'
import { changeRequestsOptions } from '../changeRequests'

/** What waits for whoever looks after the data: changes that colleagues asked for, each state leading to its list. */
export function StewardWork() {
  const { t } = useTranslation()
  const waiting = useInfiniteQuery(changeRequestsOptions({ status: 'PENDING' }))
  const rows = flatten(waiting.data)
  const oldest = waiting.hasNextPage ? undefined : rows.at(-1)
  return (
    <HomeFigures
      id="steward-work"
      title={t('customers.requestsTitle')}
      error={waiting.data ? undefined : waiting.error}
      onRetry={() => void waiting.refetch()}
      figures={[
        {
          label: t('customers.requestsWaiting'),
          value: waiting.data && `${count(rows.length)}${waiting.hasNextPage ? '+' : ''}`,
          note: oldest && (
            <>
              {t('customers.requestsOldest')} <Ago at={oldest.requested_at} />
            </>
          ),
          to: '/change-requests',
        },
      ]}
    />
  )
}
