import '../texts/id/admin'
import '../texts/id/services'

import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { IconBan, IconCheck, IconClock, IconPlus, IconRobot } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import { useMe } from '~/features/iam/public/me'
import { WaitingChanges } from '~/features/iam/public/WaitingChanges'
import { useNow } from '~/lib/clock'
import { useCommands } from '~/lib/commands'
import { dateTime } from '~/lib/format'
import { may } from '~/lib/permissions'
import { useRowKeys } from '~/lib/rows'
import { Chip } from '~/ui/Chip'
import { FilterMenu } from '~/ui/FilterMenu'
import { Listing } from '~/ui/Listing'
import { Pills } from '~/ui/Pills'
import { State } from '~/ui/states'
import { Table } from '~/ui/Table'
import { Ago } from '~/ui/Time'
import { AdminPage } from '../admin/AdminPage'
import { AccountDialog } from '../admin/services/AccountDialog'
import { activeKeys, endsSoon, lastUsed } from '../admin/services/keyState'
import { accountsQuery } from '../admin/services/query'
import type { ServiceAccount } from '../admin/types'
import classes from '../admin/Admin.module.css'
import table from '~/ui/Table.module.css'

export interface ServiceFilters {
  status?: string
  role?: string
}

interface Props {
  filters: ServiceFilters
  onFilters: (filters: ServiceFilters) => void
  onOpen: (accountId: string) => void
}

const COLUMNS = ['name', 'roles', 'branches', 'keys', 'used', 'state'] as const
const WIDTHS = { name: '32%', keys: 190, used: 136, state: 128 }

/** The programs that may call the API: what for, with which rights, and whether their keys still open. */
export function ServiceAccounts({ filters, onFilters, onOpen }: Props) {
  const { t } = useTranslation()
  const manager = may(useMe(), 'configuration', 'M')
  const list = useQuery(accountsQuery)
  const [making, setMaking] = useState(false)
  const { ref } = useRowKeys<HTMLTableSectionElement>({ onOpen, onPeek: onOpen })
  useCommands([{ id: 'services.create', group: 'record', label: t('services.make'), keys: 'c', hidden: !manager, run: () => manager && setMaking(true) }])
  const all = list.data?.items ?? []
  const rows = all.filter((row) => (!filters.status || row.status === filters.status) && (!filters.role || row.roles.some((role) => role.key === filters.role)))
  const roles = [...new Map(all.flatMap((row) => row.roles).map((role) => [role.key, role.name]))]
  const make = manager && (
    <Button leftSection={<IconPlus size={15} />} onClick={() => setMaking(true)}>
      {t('services.make')}
    </Button>
  )
  return (
    <AdminPage title={t('services.title')} text={t('services.text')} actions={make}>
      <WaitingChanges kinds={['service_accounts_create', 'service_accounts_update', 'service_account_keys_create']} />
      {all.length > 0 && (
        <div className={classes.bar}>
          <Pills>
            <FilterMenu
              label={t('admin.state')}
              value={filters.status}
              options={(['ACTIVE', 'SUSPENDED'] as const).map((value) => ({ value, label: t(`admin.states.${value}`) }))}
              onChange={(status) => onFilters({ ...filters, status })}
            />
            <FilterMenu label={t('admin.role')} value={filters.role} options={roles.map(([value, label]) => ({ value, label }))} onChange={(role) => onFilters({ ...filters, role })} />
          </Pills>
        </div>
      )}
      <Listing
        list={list}
        empty={
          all.length === 0 ? (
            <State icon={<IconRobot />} title={t('services.empty')} action={make}>
              <p>{t('services.emptyText')}</p>
            </State>
          ) : (
            rows.length === 0 && (
              <State icon={<IconRobot />} title={t('admin.nothingFits')} action={<Button variant="default" onClick={() => onFilters({})}>{t('common.clear')}</Button>}>
                <p>{t('services.emptyFilteredText')}</p>
              </State>
            )
          )
        }
      >
        <Table columns={COLUMNS} head={(column) => t(`services.columns.${column}`)} widths={WIDTHS} pending={list.isPending} body={ref}>
          {rows.map((row) => (
            <Row key={row.id} row={row} onOpen={onOpen} />
          ))}
        </Table>
      </Listing>
      {making && <AccountDialog onDone={(account) => onOpen(account.id)} onClose={() => setMaking(false)} />}
    </AdminPage>
  )
}

const SHOWN = 4

function Row({ row, onOpen }: { row: ServiceAccount; onOpen: (accountId: string) => void }) {
  const { t } = useTranslation()
  const now = useNow()
  const { keys, next } = activeKeys(row)
  const used = lastUsed(row)
  return (
    <tr className={table.row} onClick={() => onOpen(row.id)}>
      <td className={table.wide}>
        <span className={table.words}>
          <Link to="/administration/service-accounts/$accountId" params={{ accountId: row.id }} data-row={row.id} className={table.name} onClick={(event) => event.stopPropagation()}>
            {row.name}
          </Link>
          <span className={table.sub} title={row.purpose}>
            {row.purpose}
          </span>
        </span>
      </td>
      <td>
        <span className={table.chips}>
          {row.roles.map((role) => (
            <Chip key={role.key}>{role.name}</Chip>
          ))}
        </span>
      </td>
      <td>
        <span className={table.chips}>
          {row.branches.length === 0 && <span className="muted">{t('admin.noPlace')}</span>}
          {row.branches.slice(0, SHOWN).map((code) => (
            <Chip key={code} outline>
              {code}
            </Chip>
          ))}
          {row.branches.length > SHOWN && <span className="muted num">+{row.branches.length - SHOWN}</span>}
        </span>
      </td>
      <td data-label={t('services.columns.keys')}>
        {next ? (
          <span className={table.chips} title={t('services.keyEnds', { time: dateTime(next.expires_at) })}>
            {t('services.keysActive', { count: keys.length })}
            {endsSoon(next, now.getTime()) && (
              <Chip tone="warning" icon={<IconClock />}>
                {t('services.endsSoon')}
              </Chip>
            )}
          </span>
        ) : (
          <span className="muted">{t('services.keysActiveNone')}</span>
        )}
      </td>
      <td className="muted" data-label={t('services.columns.used')}>{used ? <Ago at={used} /> : t('admin.never')}</td>
      <td>
        <ServiceState status={row.status} />
      </td>
    </tr>
  )
}

export function ServiceState({ status }: { status: ServiceAccount['status'] }) {
  const { t } = useTranslation()
  return status === 'ACTIVE' ? <Chip tone="success" icon={<IconCheck />}>{t('admin.states.ACTIVE')}</Chip> : <Chip tone="critical" icon={<IconBan />}>{t('admin.states.SUSPENDED')}</Chip>
}
