import { Button } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { IconShieldCheck } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'

import { flatten } from '~/lib/keyset'
import { count, date } from '~/lib/format'
import { useRowKeys } from '~/lib/rows'
import { FilterMenu } from '~/ui/FilterMenu'
import { EndlessTable } from '~/ui/Listing'
import { Pills } from '~/ui/Pills'
import { State } from '~/ui/states'
import { Ago } from '~/ui/Time'
import { alertsOptions, OPEN, type SuspicionFilters } from './query'
import { StateChip } from './StateChip'
import classes from './Suspicion.module.css'
import table from '~/ui/Table.module.css'

const STATES = ['NEW', 'IN_REVIEW', 'DISMISSED', 'CONFIRMED'] as const
const COLUMNS = ['user', 'rule', 'measured', 'day', 'found', 'state'] as const
const WIDTHS = { rule: '30%', measured: 150, day: 132, found: 132, state: 120 }

interface Props {
  filters: SuspicionFilters
  rules: readonly { key: string; title: string }[]
  onFilters: (filters: SuspicionFilters) => void
}

/** Alerts, the latest first; what waits for judgement unless something else is asked for. */
export function Alerts({ filters, rules, onFilters }: Props) {
  const { t } = useTranslation()
  const list = useInfiniteQuery(alertsOptions(filters))
  const rows = flatten(list.data)
  const open = (alert: string) => onFilters({ ...filters, alert })
  const { ref } = useRowKeys<HTMLTableSectionElement>({ onPeek: open, onOpen: open })
  const filtered = Boolean(filters.state ?? filters.rule ?? filters.user)
  const clear = filtered && (
    <Button variant="default" onClick={() => onFilters({})}>
      {t('common.clear')}
    </Button>
  )
  return (
    <>
      <Pills>
        <FilterMenu
          label={t('suspicion.state')}
          value={filters.state}
          options={[{ value: OPEN, label: t('suspicion.open') }, ...STATES.map((value) => ({ value, label: t(`suspicion.states.${value}`) })), { value: 'ALL', label: t('suspicion.all') }]}
          onChange={(state) => onFilters({ ...filters, state: state === OPEN ? undefined : state })}
        />
        <FilterMenu label={t('suspicion.rule')} value={filters.rule} options={rules.map(({ key, title }) => ({ value: key, label: title }))} onChange={(rule) => onFilters({ ...filters, rule })} />
      </Pills>
      <EndlessTable
        list={list}
        remedy={clear}
        empty={
          rows.length === 0 && (
            <State icon={<IconShieldCheck />} title={filtered ? t('suspicion.emptyFiltered') : t('suspicion.empty')} action={clear}>
              <p>{filtered ? t('suspicion.emptyFilteredText') : t('suspicion.emptyText')}</p>
            </State>
          )
        }
        columns={COLUMNS}
        head={(column) => t(`suspicion.columns.${column}`)}
        widths={WIDTHS}
        className={classes.alerts}
        body={ref}
      >
        {rows.map((alert) => (
          <tr key={alert.id} className={table.row} data-selected={alert.id === filters.alert || undefined} onClick={() => open(alert.id)}>
            <td data-column="user">
              <button type="button" className={`${table.name} ${table.open}`} data-row={alert.id} aria-label={`${alert.user?.full_name ?? ''}, ${alert.rule_title}`}>
                {alert.user?.full_name ?? '–'}
              </button>
            </td>
            <td data-column="rule">{alert.rule_title}</td>
            <td data-column="measured" className="num">
              {t('suspicion.measured', { peak: count(alert.peak), bar: count(alert.bar) })}
            </td>
            <td data-column="day">{date(alert.window_start)}</td>
            <td data-column="found">
              <Ago at={alert.found_at} />
            </td>
            <td data-column="state">
              <StateChip state={alert.state} />
            </td>
          </tr>
        ))}
      </EndlessTable>
    </>
  )
}
