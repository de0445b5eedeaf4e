import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'

import { count } from '~/lib/format'
import { Bone } from '~/ui/Bone'
import { Ago } from '~/ui/Time'
import type { Count, OperationsFilters, Summary } from './query'
import classes from './Operations.module.css'

interface Props {
  summary: Summary | undefined
  onOpen: (filters: OperationsFilters) => void
}

/** Six figures that say whether anything needs a person; each opens its rows. */
export function Tiles({ summary, onOpen }: Props) {
  const { t } = useTranslation()
  const say = (each: Count) => `${count(each.count)}${each.capped ? '+' : ''}`
  const alive = summary?.workers.filter((worker) => worker.alive).length ?? 0
  const { timers, jobs } = summary ?? {}
  // Both moments are the server's: the clock of this computer has no say.
  const waited = summary && jobs?.oldest_waiting_at ? Math.max(0, Math.round((Date.parse(summary.at) - Date.parse(jobs.oldest_waiting_at)) / 1000)) : null
  const tile = (label: string, value: Count | undefined, filters: OperationsFilters, bad: 'critical' | 'warning' | null, note?: React.ReactNode) => (
    <button type="button" className={classes.tile} data-tone={bad && value && value.count > 0 ? bad : undefined} onClick={() => onOpen(filters)}>
      <span className={classes.label}>{label}</span>
      <span className={`${classes.figure} num`}>
        {value ? say(value) : <Bone width={48} height={22} />}
        {bad && value && value.count > 0 && <IconAlertTriangle size={17} aria-hidden />}
      </span>
      <span className={classes.note}>{note ?? ' '}</span>
    </button>
  )
  return (
    <section className={classes.tiles} aria-label={t('operations.summary')}>
      <div className={classes.tile} data-tone={summary ? (alive > 0 ? 'success' : 'critical') : undefined}>
        <span className={classes.label}>{t('operations.workers')}</span>
        <span className={`${classes.figure} num`}>
          {summary ? alive : <Bone width={32} height={22} />}
          {summary && (alive > 0 ? <IconCircleCheck size={17} aria-hidden /> : <IconAlertTriangle size={17} aria-hidden />)}
        </span>
        <span className={classes.note}>{summary ? t(alive > 0 ? 'operations.workersUp' : 'operations.workersDown') : ' '}</span>
      </div>
      {tile(
        t('operations.timersWaiting'),
        timers?.waiting,
        { tab: 'timers', status: 'PENDING' },
        null,
        timers?.next_due_at && (
          <>
            {t('operations.next')} <Ago at={timers.next_due_at} />
          </>
        ),
      )}
      {tile(t('operations.timersLate'), timers?.late, { tab: 'timers', late: 'yes' }, 'warning', t('operations.timersLateNote'))}
      {tile(
        t('operations.jobsWaiting'),
        jobs?.waiting,
        { tab: 'jobs', state: 'WAITING' },
        waited !== null && jobs && waited > jobs.late_after_seconds ? 'warning' : null,
        waited !== null && jobs ? t('operations.oldest', { seconds: count(waited), budget: count(jobs.late_after_seconds) }) : jobs && t('operations.budget', { budget: count(jobs.late_after_seconds) }),
      )}
      {tile(t('operations.jobsDone'), jobs?.done, { tab: 'jobs', state: 'DONE' }, null, t('operations.lastDay'))}
      {tile(t('operations.dead'), summary?.dead_letters, { tab: 'dead' }, 'critical', summary && summary.dead_letters.count > 0 ? t('operations.deadNote') : undefined)}
    </section>
  )
}
