import '../texts/id/admin'

import { Button, TextInput } from '@mantine/core'
import { useDebouncedCallback } from '@mantine/hooks'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { IconArrowDown, IconArrowUp, IconLockOpen, IconPlus, IconSearch, IconUsers } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import { useMe } from '~/features/iam/public/me'
import { WaitingChanges } from '~/features/iam/public/WaitingChanges'
import { useCommands } from '~/lib/commands'
import { flatten } from '~/lib/keyset'
import { may } from '~/lib/permissions'
import { useRowKeys } from '~/lib/rows'
import { FilterMenu } from '~/ui/FilterMenu'
import { EndlessTable } from '~/ui/Listing'
import { Pills } from '~/ui/Pills'
import { State } from '~/ui/states'
import { AdminPage } from '../admin/AdminPage'
import { rolesQuery, type UserFilters, usersOptions } from '../admin/query'
import { useBranches } from '../admin/useBranches'
import { AddressDialog } from '../admin/users/AddressDialog'
import { CreateUserDialog } from '../admin/users/CreateUserDialog'
import { UserTableRow } from '../admin/users/UserTableRow'
import classes from '../admin/Admin.module.css'

interface Props {
  filters: UserFilters
  onFilters: (filters: UserFilters) => void
  onOpen: (userId: string) => void
}

const COLUMNS = ['full_name', 'roles', 'places', 'last_login', 'state'] as const
const WIDTHS = { full_name: '27%', places: '26%', last_login: 136, state: 128 }
const SORTED = new Set(['full_name', 'last_login'])

/** Everybody who can sign in: what they may do, where, and whether they still come. */
export function Users({ filters, onFilters, onOpen }: Props) {
  const { t } = useTranslation()
  const manager = may(useMe(), 'configuration', 'M')
  const list = useInfiniteQuery(usersOptions(filters))
  const roles = useQuery(rolesQuery).data?.items ?? []
  const branches = useBranches()
  const [making, setMaking] = useState(false)
  const [opening, setOpening] = useState(false)
  const [text, setText] = useState(filters.q ?? '')
  const search = useDebouncedCallback((q: string) => onFilters({ ...filters, q: q.trim() || undefined }), 250)
  const { ref } = useRowKeys<HTMLTableSectionElement>({ onOpen, onPeek: onOpen })
  useCommands([
    { id: 'users.create', group: 'record', label: t('admin.userCreate'), keys: 'c', hidden: !manager, run: () => manager && setMaking(true) },
    { id: 'users.address', group: 'record', label: t('admin.addressOpen'), hidden: !manager, run: () => manager && setOpening(true) },
  ])
  const rows = flatten(list.data)
  const filtered = Boolean(filters.q ?? filters.role ?? filters.status ?? filters.branch ?? filters.unit)
  const clear = () => {
    setText('')
    onFilters({ sort: filters.sort })
  }
  const sort = filters.sort ?? 'full_name'
  const sorted = (column: string) => (sort === column ? ('ascending' as const) : sort === `-${column}` ? ('descending' as const) : undefined)
  const turn = (column: string) => onFilters({ ...filters, sort: sort === column ? `-${column}` : column })
  return (
    <AdminPage
      title={t('admin.users')}
      text={t('admin.usersText')}
      actions={
        manager && (
          <>
            <Button variant="default" leftSection={<IconLockOpen size={15} aria-hidden />} onClick={() => setOpening(true)}>
              {t('admin.addressOpen')}
            </Button>
            <Button leftSection={<IconPlus size={15} />} onClick={() => setMaking(true)}>
              {t('admin.userCreate')}
            </Button>
          </>
        )
      }
    >
      <WaitingChanges kinds={['users_create']} />
      <div className={classes.bar}>
        <TextInput
          className={classes.search}
          size="xs"
          type="search"
          aria-label={t('admin.userFind')}
          placeholder={t('admin.userFind')}
          leftSection={<IconSearch size={14} aria-hidden />}
          value={text}
          maxLength={80}
          onChange={(event) => {
            setText(event.currentTarget.value)
            search(event.currentTarget.value)
          }}
        />
        <Pills>
          <FilterMenu label={t('admin.role')} value={filters.role} options={roles.map((role) => ({ value: role.key, label: role.name }))} onChange={(role) => onFilters({ ...filters, role })} />
          <FilterMenu label={t('admin.branch')} value={filters.branch} options={branches.map(({ code, name }) => ({ value: code, label: name, detail: code }))} onChange={(branch) => onFilters({ ...filters, branch })} />
          <FilterMenu
            label={t('admin.state')}
            value={filters.status}
            options={(['ACTIVE', 'SUSPENDED'] as const).map((value) => ({ value, label: t(`admin.states.${value}`) }))}
            onChange={(status) => onFilters({ ...filters, status })}
          />
          {filters.unit && <FilterMenu label={t('admin.unit')} value={filters.unit} options={[]} onChange={(unit) => onFilters({ ...filters, unit })} />}
        </Pills>
      </div>
      <EndlessTable
        list={list}
        remedy={<Button variant="default" onClick={clear}>{t('common.clear')}</Button>}
        empty={
          rows.length === 0 && (
            <State icon={<IconUsers />} title={t('admin.usersEmpty')} action={filtered && <Button variant="default" onClick={clear}>{t('common.clear')}</Button>}>
              <p>{t('admin.usersEmptyText')}</p>
            </State>
          )
        }
        columns={COLUMNS}
        head={(column) =>
          SORTED.has(column) ? (
            <button type="button" className={classes.sort} onClick={() => turn(column)}>
              {t(`admin.columns.${column}`)}
              {sorted(column) && (sorted(column) === 'descending' ? <IconArrowDown size={13} aria-hidden /> : <IconArrowUp size={13} aria-hidden />)}
            </button>
          ) : (
            t(`admin.columns.${column}`)
          )
        }
        sorted={sorted}
        widths={WIDTHS}
        bones={6}
        body={ref}
      >
        {rows.map((row) => (
          <UserTableRow key={row.id} row={row} onOpen={onOpen} />
        ))}
      </EndlessTable>
      {opening && <AddressDialog onClose={() => setOpening(false)} />}
      {making && <CreateUserDialog roles={roles} branches={branches} onMade={onOpen} onClose={() => setMaking(false)} />}
    </AdminPage>
  )
}
