import '../operations/texts'

import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'

import { timeSeconds } from '~/lib/format'
import { Page } from '~/ui/Page'
import { Problem } from '~/ui/states'
import { DeadLetters } from '../operations/DeadLetters'
import { Jobs } from '../operations/Jobs'
import { type OperationsFilters, summaryQuery } from '../operations/query'
import { Processes } from '../operations/Processes'
import { Tiles } from '../operations/Tiles'
import { Timers } from '../operations/Timers'
import classes from '../operations/Operations.module.css'

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
      <div className={classes.tabs} role="group" aria-label={t('operations.lists')}>
        {TABS.map((each) => (
          <button key={each} type="button" className={classes.tab} aria-pressed={tab === each} onClick={() => onFilters({ tab: each })}>
            {t(`operations.tabs.${each}`)}
          </button>
        ))}
      </div>
      {tab === 'timers' && <Timers filters={filters} kinds={data?.timer_kinds ?? []} onFilters={onFilters} />}
      {tab === 'jobs' && <Jobs filters={filters} tasks={data?.tasks ?? []} queues={data?.queues ?? []} onFilters={onFilters} />}
      {tab === 'dead' && <DeadLetters />}
      {tab === 'processes' && <Processes summary={data} />}
    </Page>
  )
}
