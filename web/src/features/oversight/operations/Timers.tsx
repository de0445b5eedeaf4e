import { Button } from '@mantine/core'
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import { dateTime } from '~/lib/format'
import { flatten } from '~/lib/keyset'
import { KeyText } from '~/ui/CopyId'
import { FilterMenu } from '~/ui/FilterMenu'
import { Pills } from '~/ui/Pills'
import { RangeMenu } from '~/ui/RangeMenu'
import { ReasonDialog } from '~/ui/ReasonDialog'
import { Ago } from '~/ui/Time'
import { toastDone, toastProblem } from '~/ui/toast'
import { ListFrame } from './ListFrame'
import { KEY, type OperationsFilters, REFRESH_MS, type Summary, type Timer, timerAct, timersOptions } from './query'
import { StatusChip } from './status'
import classes from './Operations.module.css'
import table from '~/ui/Table.module.css'

const STATUSES = ['PENDING', 'FIRED', 'CANCELLED', 'FAILED'] as const
const COLUMNS = ['timer', 'subject', 'status', 'due', 'attempts', 'acts'] as const

interface Props {
  filters: OperationsFilters
  kinds: Summary['timer_kinds']
  onFilters: (filters: OperationsFilters) => void
}

/** Timers by when they are due; a waiting one can be fired at once or called off. */
export function Timers({ filters, kinds, onFilters }: Props) {
  const { t } = useTranslation()
  const client = useQueryClient()
  const list = useInfiniteQuery({ ...timersOptions(filters), refetchInterval: REFRESH_MS })
  const [asking, setAsking] = useState<{ act: 'fire' | 'cancel'; timer: Timer } | null>(null)
  const rows = flatten(list.data)
  const act = useMutation({
    mutationFn: ({ reason, act, timer }: { reason: string; act: 'fire' | 'cancel'; timer: Timer }) => timerAct(act, timer.id, reason),
    onSuccess: (_, { act: done }) => {
      setAsking(null)
      toastDone(t(done === 'fire' ? 'operations.didFire' : 'operations.didCancel'))
    },
    onError: toastProblem,
    onSettled: () => void client.invalidateQueries({ queryKey: KEY }),
  })
  return (
    <>
      <Pills>
        <FilterMenu
          label={t('operations.columns.status')}
          value={filters.late ? 'late' : filters.status}
          options={[...STATUSES.map((value) => ({ value: value as string, label: t(`operations.statuses.${value}`) })), { value: 'late', label: t('operations.late') }]}
          onChange={(status) => onFilters({ ...filters, status: status === 'late' ? undefined : status, late: status === 'late' ? 'yes' : undefined })}
        />
        <FilterMenu label={t('operations.kind')} value={filters.kind} options={kinds.map(({ key, name }) => ({ value: key, label: name }))} onChange={(kind) => onFilters({ ...filters, kind })} />
        <RangeMenu ahead label={t('operations.dueRange')} range={{ from: filters.from, to: filters.to }} onChange={(range) => onFilters({ ...filters, from: undefined, to: undefined, ...range })} />
        {filters.subject && <FilterMenu label={t('operations.columns.subject')} value={filters.subject} options={[]} onChange={(subject) => onFilters({ ...filters, subject })} />}
      </Pills>
      <ListFrame list={list} columns={COLUMNS} empty={rows.length === 0} emptyTitle={t('operations.timersEmpty')} emptyText={t('operations.timersEmptyText')}>
        {rows.map((timer) => (
          <tr key={timer.id}>
            <td>
              <span className={table.name}>{timer.kind_name}</span>
              <KeyText value={timer.key} className={table.key} />
            </td>
            <td className={table.wide}>
              {timer.subject_name}
              {timer.subject_label ? <span className={table.sub}>{timer.subject_label}</span> : timer.subject_id && <KeyText value={timer.subject_id} className={table.key} />}
            </td>
            <td>
              <StatusChip status={timer.status} late={timer.late} />
            </td>
            <td title={dateTime(timer.due_at)}>
              <Ago at={timer.fired_at ?? timer.due_at} />
              {timer.calendar && <span className={table.key}>{timer.calendar}</span>}
            </td>
            <td className="num" data-label={t('operations.columns.attempts')} title={timer.reason ?? undefined}>
              {timer.attempts}
              {timer.reason && <span className={`${table.key} ${classes.problem}`}>{timer.reason}</span>}
            </td>
            <td className={table.wide}>
              <span className={table.acts}>
                {timer.can.fire && (
                  <Button variant="default" size="compact-sm" onClick={() => setAsking({ act: 'fire', timer })}>
                    {t('operations.fire')}
                  </Button>
                )}
                {timer.can.cancel && (
                  <Button variant="subtle" color="gray" size="compact-sm" onClick={() => setAsking({ act: 'cancel', timer })}>
                    {t('operations.cancel')}
                  </Button>
                )}
              </span>
            </td>
          </tr>
        ))}
      </ListFrame>
      {asking && (
        <ReasonDialog
          title={t(asking.act === 'fire' ? 'operations.fireTitle' : 'operations.cancelTitle')}
          text={t(asking.act === 'fire' ? 'operations.fireText' : 'operations.cancelText')}
          action={t(asking.act === 'fire' ? 'operations.fire' : 'operations.cancel')}
          busy={act.isPending}
          onSubmit={(reason) => act.mutate({ reason, ...asking })}
          onClose={() => setAsking(null)}
        >
          <KeyText value={asking.timer.key} className="mono" />
        </ReasonDialog>
      )}
    </>
  )
}
