import '../texts/id/operations'

import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'

import { count } from '~/lib/format'
import { HomeFigures } from '~/ui/HomeFigures'
import { Ago } from '~/ui/Time'
import { type Count, summaryQuery } from '../operations/query'

const LATE_SEAL_SECONDS = 300
const say = (each: Count | undefined) => each && `${count(each.count)}${each.capped ? '+' : ''}`

/** How the installation works at this moment: what was given up, what is late, who works, and how far the trail is sealed. */
export function SystemHealth() {
  const { t } = useTranslation()
  const { data, error, refetch } = useQuery(summaryQuery)
  const alive = data?.workers.filter((worker) => worker.alive).length
  return (
    <HomeFigures
      id="system-health"
      title={t('operations.health')}
      error={data ? undefined : error}
      onRetry={() => void refetch()}
      figures={[
        { label: t('operations.healthDead'), value: say(data?.dead_letters), bad: Boolean(data?.dead_letters.count), to: '/operations', search: { tab: 'dead' } },
        { label: t('operations.timersLate'), value: say(data?.timers.late), bad: Boolean(data?.timers.late.count), to: '/operations', search: { tab: 'timers', late: 'yes' } },
        { label: t('operations.jobsWaiting'), value: say(data?.jobs.waiting), to: '/operations', search: { tab: 'jobs', state: 'WAITING' } },
        { label: t('operations.workers'), value: alive === undefined ? undefined : count(alive), note: t(alive === 0 ? 'operations.workersDown' : 'operations.workersUp'), bad: alive === 0, to: '/operations', search: { tab: 'processes' } },
        {
          label: t('operations.healthSeal'),
          value: data && (data.sealing.sealed_at ? <Ago at={data.sealing.sealed_at} /> : t('operations.noSeal')),
          bad: data && data.sealing.lag_seconds > LATE_SEAL_SECONDS,
          to: '/operations',
          search: { tab: 'processes' },
        },
      ]}
    />
  )
}
