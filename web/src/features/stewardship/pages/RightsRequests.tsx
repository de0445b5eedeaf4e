import '../texts/id/protection'
import '../texts/id/stewardship'

import { Button } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { IconDownload, IconPlus, IconShieldLock } from '@tabler/icons-react'
import { lazy, Suspense, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'

import { hasStatus } from '~/api/problem'
import { useMe } from '~/features/iam/public/me'
import { useCommands } from '~/lib/commands'
import { flatten } from '~/lib/keyset'
import { may } from '~/lib/permissions'
import { useRowKeys } from '~/lib/rows'
import { FilterMenu } from '~/ui/FilterMenu'
import { EndlessTable } from '~/ui/Listing'
import { Page } from '~/ui/Page'
import { Pills } from '~/ui/Pills'
import { Problem, State } from '~/ui/states'
import { Views } from '~/ui/Views'
import { Assessments } from '../Assessments'
import { Breaches } from '../Breaches'
import { Countdown, StatusChip } from '../chips'
import { type Filters, isFiltered, KINDS, listQuery, OTHER_VIEWS, requestsOptions, VIEWS, viewOf } from '../query'
import { ReceiveDialog } from '../ReceiveDialog'
import { Holds, Limits } from '../LimitLists'
import frame from '~/ui/List.module.css'
import table from '~/ui/Table.module.css'

const ExportDialog = lazy(() => import('~/ui/ExportDialog').then((module) => ({ default: module.ExportDialog })))

interface Props {
  filters: Filters
  /** The address asks for the form of a new one. */
  asksNew: boolean
  onFilters: (filters: Filters) => void
  onOpen: (requestId: string) => void
  onAsked: () => void
}

const COLUMNS = ['kind', 'customer', 'branch', 'owner', 'due', 'status'] as const
const WIDTHS = { customer: '20%', branch: '15%', owner: '15%', due: 150, status: 190 }

/** What people ask about their data, the nearest end of 72 hours first. */
export function RightsRequests({ filters, asksNew, onFilters, onOpen, onAsked }: Props) {
  const { t } = useTranslation()
  const me = useMe()
  const query = listQuery(filters)
  const list = useInfiniteQuery(requestsOptions(query))
  const rows = flatten(list.data)
  const [exporting, setExporting] = useState(false)
  const [making, setMaking] = useState(false)
  useEffect(() => {
    if (!asksNew) return
    setMaking(true)
    onAsked()
  }, [asksNew])
  const { ref } = useRowKeys<HTMLTableSectionElement>({ onOpen })
  const receives = may(me, 'rights_request', 'C') && may(me, 'customer', 'R')
  useCommands([{ id: 'stewardship.receive', group: 'list', label: t('stewardship.receive'), keys: 'c', hidden: !receives, run: () => setMaking(true) }])
  if (list.isError && !list.data && hasStatus(list.error, 403)) return <Problem page error={list.error} onRetry={() => void list.refetch()} />
  const set = (part: Filters) => onFilters({ ...filters, ...part })
  const turn = (name: 'mine' | 'overdue') => (
    <button type="button" className={frame.toggle} aria-pressed={filters[name] === 'yes'} onClick={() => set({ [name]: filters[name] ? undefined : 'yes' })}>
      {t(`stewardship.filters.${name}`)}
    </button>
  )
  const narrowed = isFiltered(filters)
  const view = viewOf(filters)
  const views = VIEWS.filter((each) => !['holds', 'breaches', 'assessments'].includes(each) || may(me, 'data_protection', 'R'))
  const everything = (
    <Button variant="default" onClick={() => onFilters({})}>
      {t('common.clear')}
    </Button>
  )
  return (
    <Page
      title={t('stewardship.title')}
      text={t('stewardship.text')}
      actions={
        <>
          {may(me, 'rights_request', 'X') && (
            <Button variant="default" leftSection={<IconDownload size={15} />} disabled={!list.isSuccess} onClick={() => setExporting(true)}>
              {t('stewardship.export')}
            </Button>
          )}
          {receives && (
            <Button leftSection={<IconPlus size={15} />} onClick={() => setMaking(true)}>
              {t('stewardship.receive')}
            </Button>
          )}
        </>
      }
    >
      <Views label={t('stewardship.viewsLabel')} views={views.map((key) => ({ key, label: t(`stewardship.views.${key}`) }))} value={view} onChange={(view) => set({ view: view === 'open' ? undefined : view })} />
      {view === 'limits' && <Limits />}
      {view === 'holds' && <Holds />}
      {view === 'breaches' && <Breaches />}
      {view === 'assessments' && <Assessments />}
      {!OTHER_VIEWS.includes(view) && (
        <>
          <Pills>
            {turn('mine')}
            {turn('overdue')}
            <FilterMenu label={t('stewardship.filters.kind')} value={filters.kind} options={KINDS.map((value) => ({ value, label: t(`stewardship.kinds.${value}`) }))} onChange={(kind) => set({ kind })} />
            {filters.branch && <FilterMenu label={t('stewardship.filters.branch')} value={filters.branch} options={[{ value: filters.branch, label: filters.branch }]} onChange={(branch) => set({ branch })} />}
            {filters.customer && (
              <FilterMenu label={t('stewardship.filters.customer')} value={filters.customer} options={[{ value: filters.customer, label: t('stewardship.oneCustomer') }]} onChange={(customer) => set({ customer })} />
            )}
            <FilterMenu label={t('stewardship.filters.sort')} value={filters.sort} options={[{ value: '-received', label: t('stewardship.newest') }]} onChange={(sort) => set({ sort })} />
          </Pills>
          <EndlessTable
            list={list}
            remedy={everything}
            empty={
              rows.length === 0 && (
                <State icon={<IconShieldLock />} title={t(narrowed ? 'stewardship.emptyFiltered' : 'stewardship.empty')} action={narrowed && everything}>
                  {!narrowed && <p>{t('stewardship.emptyText')}</p>}
                </State>
              )
            }
            columns={COLUMNS}
            head={(column) => t(`stewardship.fields.${column}`)}
            widths={WIDTHS}
            bones={6}
            body={ref}
          >
            {rows.map((row) => (
              <tr key={row.request_id} className={table.row}>
                <td className={table.wide}>
                  <Link to="/rights-requests/$requestId" params={{ requestId: row.request_id }} data-row={row.request_id} className={`${table.open} ${table.name}`}>
                    {row.kind_name}
                  </Link>
                </td>
                <td className={table.wide}>{row.customer.name}</td>
                <td data-label={t('stewardship.fields.branch')}>{row.branch.name}</td>
                <td data-label={t('stewardship.fields.owner')}>{row.owner?.full_name ?? <span className="muted">{t('stewardship.nobody')}</span>}</td>
                <td>
                  <Countdown request={row} />
                </td>
                <td>
                  <StatusChip status={row.status} />
                </td>
              </tr>
            ))}
          </EndlessTable>
        </>
      )}
      {making && receives && <ReceiveDialog customerId={filters.customer} onClose={() => setMaking(false)} />}
      {exporting && (
        <Suspense>
          <ExportDialog dataSet="rights_requests" filter={query} title={t('stewardship.exportTitle')} who={me.id} text={(found) => t('stewardship.exportText', { rows: found })} onClose={() => setExporting(false)} />
        </Suspense>
      )}
    </Page>
  )
}
