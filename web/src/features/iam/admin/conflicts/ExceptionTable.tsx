import { Button } from '@mantine/core'
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query'
import { IconCalendarCheck, IconCalendarOff, IconCalendarX } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import { api } from '~/api/client'
import { unwrap } from '~/api/problem'
import { useNow } from '~/lib/clock'
import { date, dateTime, dayKey } from '~/lib/format'
import { flatten } from '~/lib/keyset'
import { Chip } from '~/ui/Chip'
import { FilterMenu } from '~/ui/FilterMenu'
import { EndlessTable } from '~/ui/Listing'
import { Pills } from '~/ui/Pills'
import { ReasonDialog } from '~/ui/ReasonDialog'
import { State } from '~/ui/states'
import { toastDone, toastProblem } from '~/ui/toast'
import type { RoleException } from '../types'
import { ClearButton } from './PairTable'
import { PairFilter } from './PairFilter'
import { type ConflictFilters, exceptionsOptions, renewConflicts } from './query'
import admin from '../Admin.module.css'
import classes from './Conflicts.module.css'
import table from '~/ui/Table.module.css'

const COLUMNS = ['person', 'reason', 'by', 'until', 'more'] as const
const WIDTHS = { person: '24%', by: '22%', until: 190, more: 92 }
const SORTS = ['until_on', '-created_at'] as const
const DAY = 86_400_000

interface Props {
  filters: ConflictFilters
  onFilters: (filters: ConflictFilters) => void
}

/** Every exception, open or ended: whose, from which pair, why, by whom, and until when. */
export function ExceptionTable({ filters, onFilters }: Props) {
  const { t } = useTranslation()
  const client = useQueryClient()
  const [ending, setEnding] = useState<RoleException | null>(null)
  const list = useInfiniteQuery(exceptionsOptions(filters))
  const rows = flatten(list.data)
  const filtered = Boolean(filters.pair ?? filters.state)
  const clear = () => onFilters({ tab: filters.tab })
  const end = useMutation({
    mutationFn: ({ id, reason }: { id: string; reason: string }) => unwrap(api.POST('/api/v1/role-exceptions/{exception_id}/end', { params: { path: { exception_id: id } }, body: { reason } })),
    onSuccess: () => {
      toastDone(t('conflicts.ended'))
      setEnding(null)
    },
    onError: toastProblem,
    onSettled: () => renewConflicts(client),
  })
  return (
    <>
      <div className={admin.bar}>
        <Pills>
          <FilterMenu
            label={t('conflicts.columns.state')}
            value={filters.state}
            options={(['OPEN', 'ENDED'] as const).map((value) => ({ value, label: t(`conflicts.states.${value}`) }))}
            onChange={(state) => onFilters({ ...filters, state })}
          />
          <PairFilter filters={filters} onFilters={onFilters} />
          <FilterMenu label={t('conflicts.sort')} value={filters.sort} options={SORTS.map((value) => ({ value, label: t(`conflicts.sorts.${value}`) }))} onChange={(sort) => onFilters({ ...filters, sort })} />
        </Pills>
      </div>
      <EndlessTable
        list={list}
        remedy={<ClearButton onClear={clear} />}
        empty={
          rows.length === 0 && (
            <State icon={<IconCalendarOff />} title={t('conflicts.exceptionsEmpty')} action={filtered && <ClearButton onClear={clear} />}>
              <p>{filtered ? t('conflicts.filteredText') : t('conflicts.exceptionsEmptyText')}</p>
            </State>
          )
        }
        columns={COLUMNS}
        head={(column) => (column === 'more' ? <span className="visually-hidden">{t('common.more')}</span> : t(`conflicts.columns.${column}`))}
        widths={WIDTHS}
      >
        {rows.map((row) => (
          <Row key={row.id} row={row} onEnd={setEnding} />
        ))}
      </EndlessTable>
      {ending && (
        <ReasonDialog
          title={t('conflicts.endTitle', { name: ending.person.full_name })}
          text={t('conflicts.endText')}
          action={t('conflicts.end')}
          busy={end.isPending}
          onSubmit={(reason) => end.mutate({ id: ending.id, reason })}
          onClose={() => setEnding(null)}
        />
      )}
    </>
  )
}

function Row({ row, onEnd }: { row: RoleException; onEnd: (row: RoleException) => void }) {
  const { t } = useTranslation()
  return (
    <tr>
      <td className={`${table.wide} ${classes.said}`}>
        <span className={classes.lines}>
          <Link to="/administration/users/$userId" params={{ userId: row.person.id }} className={table.name}>
            {row.person.full_name}
          </Link>
          <span className="muted">{t('conflicts.and', { first: row.first.name, second: row.second.name })}</span>
        </span>
      </td>
      <td className={`${table.wide} ${classes.said}`}>{row.reason}</td>
      <td className={`${table.wide} ${classes.said} muted`}>
        {t('conflicts.proposedBy', { name: row.created_by.full_name })}, {row.approved_by ? t('conflicts.approvedBy', { name: row.approved_by.full_name }) : t('conflicts.approvedByCodes')}
      </td>
      <td className={classes.said}>
        <span className={classes.lines}>
          <Standing row={row} />
          <Ending row={row} />
        </span>
      </td>
      <td className={admin.end}>
        {row.can.end && (
          <Button size="compact-sm" variant="default" onClick={() => onEnd(row)}>
            {t('conflicts.end')}
          </Button>
        )}
      </td>
    </tr>
  )
}

function Standing({ row }: { row: RoleException }) {
  const { t } = useTranslation()
  return row.state === 'OPEN' ? (
    <Chip tone="warning" icon={<IconCalendarCheck />}>
      {t('conflicts.until', { date: date(row.until_on) })}
    </Chip>
  ) : (
    <Chip icon={<IconCalendarX />}>{t('conflicts.states.ENDED')}</Chip>
  )
}

/** How long it still holds; of one that has ended, how it ended and what came of it. */
function Ending({ row }: { row: RoleException }) {
  const { t } = useTranslation()
  const now = useNow()
  if (row.state === 'OPEN') {
    const left = Math.round((Date.parse(row.until_on) - Date.parse(dayKey(now))) / DAY)
    return <span className="muted">{left > 0 ? t('conflicts.days', { count: left }) : t('conflicts.today')}</span>
  }
  const how = row.ended_by ? t('conflicts.endedBy', { name: row.ended_by.full_name, date: dateTime(row.ended_at ?? row.created_at) }) : t('conflicts.endedItself')
  return (
    <span className="muted">
      {how}. {t(`conflicts.outcomes.${row.outcome ?? 'NONE'}`)}.
    </span>
  )
}
