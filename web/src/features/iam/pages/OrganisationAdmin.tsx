import '../texts/id/admin'

import { Button, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { IconBuilding, IconPlus, IconSearch } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import { useMe } from '~/features/iam/public/me'
import { useCommands } from '~/lib/commands'
import { matches } from '~/lib/match'
import { may } from '~/lib/permissions'
import { useRowKeys } from '~/lib/rows'
import { Chip } from '~/ui/Chip'
import { Listing } from '~/ui/Listing'
import { State } from '~/ui/states'
import { Table } from '~/ui/Table'
import { Views } from '~/ui/Views'
import { AdminPage } from '../admin/AdminPage'
import { PlaceDialog } from '../admin/units/PlaceDialog'
import { branchRowsQuery, unitsQuery } from '../admin/units/query'
import { UnitPanel } from '../admin/units/UnitPanel'
import classes from '../admin/Admin.module.css'
import table from '~/ui/Table.module.css'

export interface OrganisationFilters {
  tab?: string
  q?: string
  unit?: string
  branch?: string
}

interface Props {
  filters: OrganisationFilters
  onFilters: (filters: OrganisationFilters) => void
}

const COLUMNS = { units: ['name', 'head', 'members', 'served', 'policies'], branches: ['name', 'head', 'users', 'units', 'state'] } as const

/** Where people work: the units with whom they serve, and the branches. */
export function OrganisationAdmin({ filters, onFilters }: Props) {
  const { t } = useTranslation()
  const manager = may(useMe(), 'configuration', 'M')
  const tab = filters.tab === 'branches' ? 'branches' : 'units'
  const units = useQuery({ ...unitsQuery(''), enabled: tab === 'units' })
  const branches = useQuery({ ...branchRowsQuery(''), enabled: tab === 'branches' })
  const [making, setMaking] = useState(false)
  const list = tab === 'units' ? units : branches
  const q = filters.q ?? ''
  const fits = (row: { name: string; code: string }) => matches(q, `${row.name} ${row.code}`)
  const unitRows = (units.data?.items ?? []).filter(fits)
  const branchRows = (branches.data?.items ?? []).filter(fits)
  const rows = tab === 'units' ? unitRows : branchRows
  const open = (code: string) => onFilters({ ...filters, [tab === 'units' ? 'unit' : 'branch']: code })
  const { ref } = useRowKeys<HTMLTableSectionElement>({ onOpen: open, onPeek: open })
  const create = t(tab === 'units' ? 'admin.unitCreate' : 'admin.branchCreate')
  useCommands([{ id: 'organisation.create', group: 'record', label: create, keys: 'c', hidden: !manager, run: () => manager && setMaking(true) }])
  const editing = branches.data?.items.find((branch) => branch.code === filters.branch)
  return (
    <AdminPage
      title={t('admin.organisation')}
      text={t('admin.organisationText')}
      actions={
        manager && (
          <Button leftSection={<IconPlus size={15} />} onClick={() => setMaking(true)}>
            {create}
          </Button>
        )
      }
    >
      <div className={classes.bar}>
        <Views label={t('admin.organisation')} views={(['units', 'branches'] as const).map((key) => ({ key, label: t(`admin.organisationTabs.${key}`) }))} value={tab} onChange={(next) => onFilters({ tab: next })} />
        <TextInput className={classes.search} style={{ marginLeft: 'auto' }} size="xs" type="search" aria-label={t('admin.find')} placeholder={t('admin.find')} leftSection={<IconSearch size={14} aria-hidden />} value={q} onChange={(event) => onFilters({ ...filters, q: event.currentTarget.value || undefined })} />
      </div>
      <Listing
        list={list}
        empty={
          rows.length === 0 && (
            <State icon={<IconBuilding />} title={t(q ? 'admin.nothingFits' : 'admin.placesEmpty')}>
              <p>{t(q ? 'admin.nothingFitsText' : 'admin.placesEmptyText')}</p>
            </State>
          )
        }
      >
        <Table columns={COLUMNS[tab]} head={(column) => t(`admin.columns.${column}`)} pending={list.isPending} body={ref}>
          {tab === 'units' &&
            unitRows.map((row) => (
              <Place key={row.code} row={row} selected={filters.unit === row.code} onOpen={open}>
                <td className="num">{t('admin.people', { count: row.members })}</td>
                <td className={`num ${table.spare}`}>{row.branches}</td>
                <td>{row.policies > 0 ? <Chip tone="info">{t('admin.policyCount', { count: row.policies })}</Chip> : <span className="muted">{t('common.none')}</span>}</td>
              </Place>
            ))}
          {tab === 'branches' &&
            branchRows.map((row) => (
              <Place key={row.code} row={row} beside={row.city} selected={filters.branch === row.code} onOpen={open}>
                <td className="num">{t('admin.people', { count: row.users })}</td>
                <td className={table.spare}>
                  <span className={table.chips}>
                    {row.units.map((unit) => (
                      <Chip key={unit.code} outline title={unit.name}>
                        {unit.code}
                      </Chip>
                    ))}
                  </span>
                </td>
                <td>{row.is_active ? <Chip tone="success">{t('admin.states.ACTIVE')}</Chip> : <Chip tone="warning">{t('admin.closed')}</Chip>}</td>
              </Place>
            ))}
        </Table>
      </Listing>
      {tab === 'units' && filters.unit && <UnitPanel key={filters.unit} code={filters.unit} onClose={() => onFilters({ ...filters, unit: undefined })} />}
      {editing && manager && <PlaceDialog kind="branch" branch={editing} onDone={() => onFilters({ ...filters, branch: undefined })} onClose={() => onFilters({ ...filters, branch: undefined })} />}
      {making && (
        <PlaceDialog
          kind={tab === 'units' ? 'unit' : 'branch'}
          branch={null}
          onDone={(code) => {
            setMaking(false)
            if (tab === 'units') open(code)
          }}
          onClose={() => setMaking(false)}
        />
      )}
    </AdminPage>
  )
}

interface PlaceProps {
  row: { code: string; name: string; head: { full_name: string } | null }
  beside?: string
  selected: boolean
  onOpen: (code: string) => void
  children: React.ReactNode
}

function Place({ row, beside, selected, onOpen, children }: PlaceProps) {
  const { t } = useTranslation()
  return (
    <tr className={table.row} data-selected={selected || undefined} onClick={() => onOpen(row.code)}>
      <td className={table.wide}>
        <button type="button" className={`${table.name} ${table.open}`} data-row={row.code} onClick={(event) => { event.stopPropagation(); onOpen(row.code) }}>
          {row.name}
        </button>
        <span className={table.sub}>
          <span className="mono">{row.code}</span> {beside !== row.name && beside}
        </span>
      </td>
      <td>{row.head?.full_name ?? <span className="muted">{t('admin.nobody')}</span>}</td>
      {children}
    </tr>
  )
}
