import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { IconAlertTriangle, IconCalendarCheck, IconShieldCheck } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'

import { date } from '~/lib/format'
import { Chip } from '~/ui/Chip'
import { FilterMenu } from '~/ui/FilterMenu'
import { Listing } from '~/ui/Listing'
import { Pills } from '~/ui/Pills'
import { State } from '~/ui/states'
import { Table } from '~/ui/Table'
import type { ConflictHolder } from '../types'
import { ClearButton } from './PairTable'
import { type ConflictFilters, holdersQuery } from './query'
import { PairFilter } from './PairFilter'
import admin from '../Admin.module.css'
import classes from './Conflicts.module.css'
import table from '~/ui/Table.module.css'

const COLUMNS = ['person', 'held', 'standing', 'more'] as const
const WIDTHS = { person: '26%', standing: 220, more: 168 }

interface Props {
  filters: ConflictFilters
  onFilters: (filters: ConflictFilters) => void
  onGive: (holder: ConflictHolder) => void
}

/** Who holds both roles of a pair now: by an exception, or in violation until somebody mends it. */
export function HolderTable({ filters, onFilters, onGive }: Props) {
  const { t } = useTranslation()
  const list = useQuery(holdersQuery(filters))
  const items = list.data?.items ?? []
  const filtered = Boolean(filters.pair ?? filters.state)
  const clear = () => onFilters({ tab: filters.tab })
  return (
    <>
      <div className={admin.bar}>
        <Pills>
          <PairFilter filters={filters} onFilters={onFilters} />
          <FilterMenu
            label={t('conflicts.columns.standing')}
            value={filters.state}
            options={(['VIOLATING', 'EXCEPTED'] as const).map((value) => ({ value, label: t(`conflicts.states.${value}`) }))}
            onChange={(state) => onFilters({ ...filters, state })}
          />
        </Pills>
      </div>
      <Listing
        list={list}
        remedy={<ClearButton onClear={clear} />}
        empty={
          items.length === 0 && (
            <State icon={<IconShieldCheck />} title={t('conflicts.holdersEmpty')} action={filtered && <ClearButton onClear={clear} />}>
              <p>{filtered ? t('conflicts.filteredText') : t('conflicts.holdersEmptyText')}</p>
            </State>
          )
        }
      >
        <Table columns={COLUMNS} head={(column) => (column === 'more' ? <span className="visually-hidden">{t('common.more')}</span> : t(`conflicts.columns.${column}`))} widths={WIDTHS} pending={list.isPending}>
          {items.map((row) => (
            <tr key={`${row.person.id}${row.conflict_id}${row.first.key}${row.second.key}`}>
              <td className={table.wide}>
                <span className={table.words}>
                  <Who row={row} />
                  <span className={table.sub}>{row.person.status === 'SUSPENDED' ? `${row.person.username} · ${t('admin.states.SUSPENDED')}` : row.person.username}</span>
                </span>
              </td>
              <td className={classes.said}>
                <span className={classes.lines}>
                  {[row.first, row.second].map((role) => (
                    <span key={role.key}>{t('conflicts.since', { name: role.name, date: date(role.assigned_at) })}</span>
                  ))}
                </span>
              </td>
              <td>
                {row.until_on ? (
                  <Chip tone="warning" icon={<IconCalendarCheck />}>
                    {t('conflicts.until', { date: date(row.until_on) })}
                  </Chip>
                ) : (
                  <Chip tone="critical" icon={<IconAlertTriangle />}>
                    {t('conflicts.states.VIOLATING')}
                  </Chip>
                )}
              </td>
              <td className={admin.end}>
                {!row.until_on && row.can.give_exception && (
                  <Button size="compact-sm" variant="default" onClick={() => onGive(row)}>
                    {t('conflicts.give')}
                  </Button>
                )}
              </td>
            </tr>
          ))}
        </Table>
      </Listing>
    </>
  )
}

function Who({ row }: { row: ConflictHolder }) {
  return row.person.kind === 'SERVICE' ? (
    <Link to="/administration/service-accounts/$accountId" params={{ accountId: row.person.id }} className={table.name}>
      {row.person.full_name}
    </Link>
  ) : (
    <Link to="/administration/users/$userId" params={{ userId: row.person.id }} className={table.name}>
      {row.person.full_name}
    </Link>
  )
}
