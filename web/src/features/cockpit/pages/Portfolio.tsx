import '../texts/id/cockpit'

import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { IconUsers } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'

import { hasStatus } from '~/api/problem'
import { VipChip } from '~/features/customers/public/badges'
import { money, relative } from '~/lib/format'
import { flatten } from '~/lib/keyset'
import { FilterMenu } from '~/ui/FilterMenu'
import { EndlessTable } from '~/ui/Listing'
import { Page } from '~/ui/Page'
import { Pills } from '~/ui/Pills'
import { Problem, State } from '~/ui/states'
import table from '~/ui/Table.module.css'
import { Views } from '~/ui/Views'
import { AlertChips } from '../AlertChips'
import { type PortfolioFilters, type PortfolioRow, portfolioOptions, SHOWS, showOf } from '../query'

interface Props {
  filters: PortfolioFilters
  onFilters: (filters: PortfolioFilters) => void
}

const COLUMNS = ['customer', 'value', 'inflow', 'contact', 'alerts', 'advice', 'tasks'] as const
const WIDTHS = { value: '16%', inflow: '16%', contact: '16%', alerts: '20%', advice: 64, tasks: 72 }

/** The customers I serve: who has waited, who brings most, who needs something. */
export function Portfolio({ filters, onFilters }: Props) {
  const { t } = useTranslation()
  const list = useInfiniteQuery(portfolioOptions(filters))
  const rows = flatten(list.data)
  if (list.isError && !list.data && hasStatus(list.error, 403))
    return <Problem page error={list.error} onRetry={() => void list.refetch()} />
  const show = showOf(filters)
  return (
    <Page title={t('cockpit.portfolio')} text={t('cockpit.portfolioText')}>
      <Views
        label={t('cockpit.parts')}
        views={SHOWS.map((key) => ({ key, label: t(`cockpit.show.${key}`) }))}
        value={show}
        onChange={(key) => onFilters({ ...filters, show: key === 'all' ? undefined : key })}
      />
      <Pills>
        <FilterMenu
          label={t('cockpit.sort')}
          value={filters.sort}
          options={[{ value: '-inflow', label: t('cockpit.sorts.-inflow') }]}
          onChange={(sort) => onFilters({ ...filters, sort })}
        />
      </Pills>
      <EndlessTable
        list={list}
        empty={
          rows.length === 0 && (
            <State
              icon={<IconUsers />}
              title={t(show === 'all' ? 'cockpit.noneInPortfolio' : 'cockpit.noneShown')}
            >
              {show === 'all' && <p>{t('cockpit.noneInPortfolioText')}</p>}
            </State>
          )
        }
        columns={COLUMNS}
        head={(column) => t(`cockpit.fields.${column}`)}
        widths={WIDTHS}
        bones={8}
      >
        {rows.map((row) => (
          <Row key={row.customer_id} row={row} />
        ))}
      </EndlessTable>
    </Page>
  )
}

function Row({ row }: { row: PortfolioRow }) {
  const { t } = useTranslation()
  return (
    <tr className={table.row}>
      <td className={table.wide}>
        <Link
          to="/customers/$customerId"
          params={{ customerId: row.customer_id }}
          className={`${table.open} ${table.name}`}
          data-row={row.customer_id}
        >
          {row.name}
        </Link>
        <span className={table.sub}>
          {row.cif_masked} {row.is_vip && <VipChip />}
        </span>
      </td>
      <td className="num" data-label={t('cockpit.fields.value')}>
        {row.balance === null ? '–' : money(row.balance)}
      </td>
      <td className="num" data-label={t('cockpit.fields.inflow')}>
        {row.money_in_90d === null ? '–' : money(row.money_in_90d)}
      </td>
      <td className={table.wide} data-label={t('cockpit.fields.contact')}>
        {row.last_contact_at ? relative(row.last_contact_at, new Date()) : t('cockpit.never')}
      </td>
      <td className={table.wide}>
        <AlertChips alerts={row.alerts} />
      </td>
      <td className="num" data-label={t('cockpit.fields.advice')}>
        {row.advice}
      </td>
      <td className="num" data-label={t('cockpit.fields.tasks')}>
        {row.open_tasks}
      </td>
    </tr>
  )
}
