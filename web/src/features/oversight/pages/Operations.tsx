import '../texts/id/operations'

import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'

import { timeSeconds } from '~/lib/format'
import { Page } from '~/ui/Page'
import { Problem } from '~/ui/states'
import { Views } from '~/ui/Views'
import { DeadLetters } from '../operations/DeadLetters'
import { Jobs } from '../operations/Jobs'
import { type OperationsFilters, summaryQuery } from '../operations/query'
import { Processes } from '../operations/Processes'
import { Tiles } from '../operations/Tiles'
import { Timers } from '../operations/Timers'

const TABS = ['timers', 'jobs', 'dead', 'processes'] as const

interface Props {
  filters: OperationsFilters
  onFilters: (filters: OperationsFilters) => void
}

/** What the program does by itself: timers, jobs, and what it had to give up. */
export function Operations({ filters, onFilters }: Props) {
  const { t } = useTranslation()
  const summary = useQuery(summaryQuery)
  const tab = TABS.find((each) => each === filters.tab) ?? 'timers'
  if (summary.isError && !summary.data) return <Problem page error={summary.error} onRetry={() => void summary.refetch()} />
  const data = summary.data
  return (
    <Page
      title={t('operations.title')}
      text={t('operations.text')}
      width="full"
      actions={
        <span className="muted num" aria-live="off">
          {data && t('operations.asOf', { time: timeSeconds(data.at) })}
        </span>
      }
    >
      <Tiles summary={data} onOpen={onFilters} />
      <Views label={t('operations.lists')} views={TABS.map((key) => ({ key, label: t(`operations.tabs.${key}`) }))} value={tab} onChange={(next) => onFilters({ tab: next })} />
      {tab === 'timers' && <Timers filters={filters} kinds={data?.timer_kinds ?? []} onFilters={onFilters} />}
      {tab === 'jobs' && <Jobs filters={filters} tasks={data?.tasks ?? []} queues={data?.queues ?? []} onFilters={onFilters} />}
      {tab === 'dead' && <DeadLetters />}
      {tab === 'processes' && <Processes summary={data} />}
    </Page>
  )
}
