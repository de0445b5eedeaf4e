import { useInfiniteQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'

import { flatten } from '~/lib/keyset'
import { FilterMenu } from '~/ui/FilterMenu'
import { Pills } from '~/ui/Pills'
import { Ago } from '~/ui/Time'
import { ListFrame } from './ListFrame'
import { jobsOptions, type OperationsFilters, REFRESH_MS, type Summary } from './query'
import { StatusChip } from './status'
import classes from './Operations.module.css'
import table from '~/ui/Table.module.css'

const STATES = ['WAITING', 'SCHEDULED', 'RUNNING', 'FAILED', 'DONE', 'CANCELLED'] as const
const COLUMNS = ['task', 'queue', 'status', 'when', 'attempts', 'cause'] as const

interface Props {
  filters: OperationsFilters
  tasks: Summary['tasks']
  queues: readonly string[]
  onFilters: (filters: OperationsFilters) => void
}

/** Background jobs, newest first, without what they are about. */
export function Jobs({ filters, tasks, queues, onFilters }: Props) {
  const { t } = useTranslation()
  const list = useInfiniteQuery({ ...jobsOptions(filters), refetchInterval: REFRESH_MS })
  const rows = flatten(list.data)
  return (
    <>
      <Pills>
        <FilterMenu label={t('operations.columns.status')} value={filters.state} options={STATES.map((value) => ({ value, label: t(`operations.statuses.${value}`) }))} onChange={(state) => onFilters({ ...filters, state })} />
        <FilterMenu label={t('operations.columns.task')} value={filters.task} options={tasks.map(({ key, name }) => ({ value: key, label: name }))} onChange={(task) => onFilters({ ...filters, task })} />
        <FilterMenu label={t('operations.columns.queue')} value={filters.queue} options={queues.map((value) => ({ value, label: value }))} onChange={(queue) => onFilters({ ...filters, queue })} />
      </Pills>
      <ListFrame list={list} columns={COLUMNS} empty={rows.length === 0} emptyTitle={t('operations.jobsEmpty')} emptyText={t('operations.jobsEmptyText')}>
        {rows.map((job) => (
          <tr key={job.id}>
            <td>
              <span className={table.name}>{job.task_name}</span>
              <span className={table.key}>
                {job.task} #{job.id}
              </span>
            </td>
            <td className="muted">{job.queue}</td>
            <td>
              <StatusChip status={job.state} />
            </td>
            <td>{job.scheduled_at && job.state === 'SCHEDULED' ? <Ago at={job.scheduled_at} /> : (job.changed_at ?? job.created_at) ? <Ago at={job.changed_at ?? job.created_at ?? ''} /> : '–'}</td>
            <td className="num" data-label={t('operations.columns.attempts')}>
              {job.attempts}
            </td>
            <td className={`${table.wide} ${classes.problem}`} title={job.reason ?? undefined}>
              {job.reason}
            </td>
          </tr>
        ))}
      </ListFrame>
    </>
  )
}
