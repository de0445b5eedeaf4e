import '../texts/id/admin'

import { Button, Checkbox } from '@mantine/core'
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { IconArrowsExchange, IconBriefcase, IconUserCheck } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import { api } from '~/api/client'
import { unwrap } from '~/api/problem'
import { useMe } from '~/features/iam/public/me'
import { useCommands } from '~/lib/commands'
import { flatten } from '~/lib/keyset'
import { may } from '~/lib/permissions'
import { useRowKeys } from '~/lib/rows'
import { Chip } from '~/ui/Chip'
import { FilterMenu } from '~/ui/FilterMenu'
import { EndlessTable } from '~/ui/Listing'
import { Pills } from '~/ui/Pills'
import { State } from '~/ui/states'
import { Ago } from '~/ui/Time'
import { toastDone, toastProblem } from '~/ui/toast'
import { AdminPage } from '../admin/AdminPage'
import { AssignDialog } from '../admin/portfolio/AssignDialog'
import { HistoryPanel } from '../admin/portfolio/HistoryPanel'
import { customersOptions, managersQuery, type PortfolioFilters, portfolioKeys } from '../admin/portfolio/query'
import { useBranches } from '../admin/useBranches'
import classes from '../admin/Admin.module.css'
import table from '~/ui/Table.module.css'

export type { PortfolioFilters }

interface Props {
  filters: PortfolioFilters
  onFilters: (filters: PortfolioFilters) => void
}

const COLUMNS = ['pick', 'customer', 'branch', 'manager', 'since', 'result'] as const
type Outcome = { outcome: 'ASSIGNED' | 'UNCHANGED' | 'REFUSED'; reason: string | null }
const TONES = { ASSIGNED: 'success', UNCHANGED: 'neutral', REFUSED: 'critical' } as const

/** Which manager serves which customer; one or many are given to another, each row with what became of it. */
export function PortfolioAdmin({ filters, onFilters }: Props) {
  const { t } = useTranslation()
  const client = useQueryClient()
  const list = useInfiniteQuery(customersOptions(filters))
  const managers = useQuery(managersQuery).data?.items ?? []
  const branches = useBranches()
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set())
  const [results, setResults] = useState<ReadonlyMap<string, Outcome>>(new Map())
  const [asking, setAsking] = useState<'assign' | 'move' | null>(null)
  const me = useMe()
  const bulk = may(me, 'portfolio', 'B') || may(me, 'portfolio', 'M')
  const rows = flatten(list.data)
  const open = rows.filter((row) => row.can.assign)
  const history = (customer: string) => onFilters({ ...filters, customer })
  const { ref } = useRowKeys<HTMLTableSectionElement>({ onOpen: history, onPeek: history })
  const from = managers.find((each) => each.id === filters.rm)
  const settled = () => void client.invalidateQueries({ queryKey: portfolioKeys.all })
  const assign = useMutation({
    mutationFn: ({ to, reason }: { to: string | null; reason: string }) => unwrap(api.POST('/api/v1/portfolio/assign', { body: { customer_ids: [...picked], rm_user_id: to, reason } })),
    onSuccess: (answer) => {
      setResults(new Map(answer.rows.map((row) => [row.customer_id, row])))
      setPicked(new Set())
      setAsking(null)
      toastDone(t('admin.assignedCounts', { assigned: answer.assigned, unchanged: answer.unchanged, refused: answer.refused }))
    },
    onError: toastProblem,
    onSettled: settled,
  })
  const move = useMutation({
    mutationFn: ({ to, reason }: { to: string; reason: string }) => unwrap(api.POST('/api/v1/portfolio/move', { body: { from_rm_user_id: filters.rm ?? '', to_rm_user_id: to, branch: filters.branch ?? null, reason } })),
    onSuccess: ({ moved, refused }) => {
      setAsking(null)
      toastDone(t('admin.movedCounts', { moved, refused }))
    },
    onError: toastProblem,
    onSettled: settled,
  })
  useCommands([{ id: 'portfolio.assign', group: 'record', label: t('admin.assign'), keys: 'a', hidden: picked.size === 0, run: () => picked.size > 0 && setAsking('assign') }])
  // Without the right to many, one choice replaces the other.
  const pick = (id: string) => setPicked(new Set(picked.has(id) ? [...picked].filter((each) => each !== id) : bulk ? [...picked, id] : [id]))
  return (
    <AdminPage
      title={t('admin.portfolio')}
      text={t('admin.portfolioText')}
      actions={
        from && bulk && (
          <Button variant="default" leftSection={<IconArrowsExchange size={15} />} onClick={() => setAsking('move')}>
            {t('admin.moveAll')}
          </Button>
        )
      }
    >
      <div className={classes.bar}>
        {bulk && (
          <Checkbox
            size="xs"
            label={t('admin.pickAll')}
            disabled={open.length === 0}
            checked={open.length > 0 && picked.size === open.length}
            indeterminate={picked.size > 0 && picked.size < open.length}
            onChange={() => setPicked(picked.size === open.length ? new Set() : new Set(open.map((row) => row.customer_id)))}
          />
        )}
        <Button size="compact-sm" disabled={picked.size === 0} leftSection={<IconUserCheck size={14} aria-hidden />} onClick={() => setAsking('assign')}>
          {t('admin.assignMany', { count: picked.size })}
        </Button>
        <Pills>
          <FilterMenu label={t('admin.branch')} value={filters.branch} options={branches.map(({ code, name }) => ({ value: code, label: name, detail: code }))} onChange={(branch) => onFilters({ ...filters, branch })} />
          <FilterMenu label={t('admin.manager')} value={filters.rm} options={managers.map((each) => ({ value: each.id, label: each.full_name, detail: String(each.customers) }))} onChange={(rm) => onFilters({ ...filters, rm, unassigned: undefined })} />
          <FilterMenu label={t('admin.managerNone')} value={filters.unassigned} options={[{ value: 'yes', label: t('common.yes') }]} onChange={(unassigned) => onFilters({ ...filters, unassigned, rm: undefined })} />
        </Pills>
      </div>
      <EndlessTable
        list={list}
        empty={
          rows.length === 0 && (
            <State icon={<IconBriefcase />} title={t('admin.portfolioEmpty')}>
              <p>{t('admin.portfolioEmptyText')}</p>
            </State>
          )
        }
        columns={COLUMNS}
        head={(column) => (column === 'pick' || column === 'result' ? <span className="visually-hidden">{t(`admin.columns.${column}`)}</span> : t(`admin.columns.${column}`))}
        bones={5}
        body={ref}
      >
        {rows.map((row) => {
          const result = results.get(row.customer_id)
          return (
            <tr key={row.customer_id} data-selected={filters.customer === row.customer_id || undefined}>
              <td data-column="pick">{row.can.assign && <Checkbox size="xs" aria-label={t('admin.pick', { name: row.name })} checked={picked.has(row.customer_id)} onChange={() => pick(row.customer_id)} />}</td>
              <td className={table.wide}>
                <button type="button" className={`${table.name} ${table.open}`} data-row={row.customer_id} onClick={() => history(row.customer_id)}>
                  {row.name}
                </button>{' '}
                <span className={classes.code}>{row.cif_masked}</span>
              </td>
              <td>{row.branch.name}</td>
              <td>{row.rm?.full_name ?? <Chip tone="warning">{t('admin.managerNone')}</Chip>}</td>
              <td className={`muted ${row.since ? '' : table.spare}`}>{row.since ? <Ago at={row.since} /> : '–'}</td>
              <td aria-live="polite">{result && <Chip tone={TONES[result.outcome]} title={result.reason ?? undefined}>{result.reason ?? t(`admin.outcomes.${result.outcome}`)}</Chip>}</td>
            </tr>
          )
        })}
      </EndlessTable>
      {filters.customer && <HistoryPanel key={filters.customer} customerId={filters.customer} name={rows.find((row) => row.customer_id === filters.customer)?.name ?? ''} onClose={() => onFilters({ ...filters, customer: undefined })} />}
      {asking === 'assign' && (
        <AssignDialog title={t('admin.assignTitle', { count: picked.size })} text={t('admin.assignText')} action={t('admin.assign')} managers={managers} nobody busy={assign.isPending} onSubmit={(to, reason) => assign.mutate({ to, reason })} onClose={() => setAsking(null)} />
      )}
      {asking === 'move' && from && (
        <AssignDialog
          title={t('admin.moveTitle', { name: from.full_name })}
          text={t('admin.moveText', { count: from.customers })}
          action={t('admin.moveAll')}
          managers={managers.filter((each) => each.id !== from.id)}
          busy={move.isPending}
          onSubmit={(to, reason) => to && move.mutate({ to, reason })}
          onClose={() => setAsking(null)}
        />
      )}
    </AdminPage>
  )
}
