import '../texts/id/nextActions'

import { Button } from '@mantine/core'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { IconGavel } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'

import { hasStatus } from '~/api/problem'
import { VipChip } from '~/features/customers/public/badges'
import { branchesQuery } from '~/features/iam/public/me'
import { flatten } from '~/lib/keyset'
import { ButtonLink } from '~/ui/ButtonLink'
import { Chip } from '~/ui/Chip'
import { FilterMenu } from '~/ui/FilterMenu'
import { EndlessTable } from '~/ui/Listing'
import { Page } from '~/ui/Page'
import { Pills } from '~/ui/Pills'
import { RangeMenu } from '~/ui/RangeMenu'
import { Problem, State } from '~/ui/states'
import table from '~/ui/Table.module.css'
import { Ago } from '~/ui/Time'
import { ACTIONS, type DecisionFilters, type DecisionOfCustomer, DECISIONS, decisionsOptions } from '../query'
import classes from '../advice.module.css'
import frame from '~/ui/List.module.css'

interface Props {
  filters: DecisionFilters
  onFilters: (filters: DecisionFilters) => void
}

const COLUMNS = ['customer', 'advice', 'decision', 'by'] as const
const WIDTHS = { customer: '26%', decision: 190, by: 190 }

/** What was decided about advice, and what came of it, the latest first. */
export function Decisions({ filters, onFilters }: Props) {
  const { t } = useTranslation()
  const branches = useQuery(branchesQuery).data?.items ?? []
  const list = useInfiniteQuery(decisionsOptions(filters))
  if (list.isError && !list.data && hasStatus(list.error, 403)) return <Problem page error={list.error} onRetry={() => void list.refetch()} />
  const rows = flatten(list.data)
  const set = (part: DecisionFilters) => onFilters({ ...filters, ...part })
  const turn = (name: 'mine' | 'ended') => (
    <button type="button" className={frame.toggle} aria-pressed={filters[name] === 'yes'} onClick={() => set({ [name]: filters[name] ? undefined : 'yes' })}>
      {t(`nextActions.decisionFilters.${name}`)}
    </button>
  )
  const narrowed = Object.values(filters).some(Boolean)
  const everything = (
    <Button variant="default" onClick={() => onFilters({})}>
      {t('common.clear')}
    </Button>
  )
  return (
    <Page
      title={t('nextActions.decisionList')}
      text={t('nextActions.decisionListText')}
      actions={
        <ButtonLink to="/advice" variant="default">
          {t('nextActions.list')}
        </ButtonLink>
      }
    >
      <Pills>
        {DECISIONS.map((each) => {
          const chosen = filters.decision ?? []
          const rest = chosen.filter((other) => other !== each)
          const next = chosen.includes(each) ? rest : [...chosen, each]
          return (
            <button key={each} type="button" className={frame.toggle} aria-pressed={chosen.includes(each)} onClick={() => set({ decision: next.length > 0 ? next : undefined })}>
              {t(`nextActions.decisions.${each}`)}
            </button>
          )
        })}
        {turn('mine')}
        {turn('ended')}
        <FilterMenu label={t('nextActions.fields.action')} value={filters.action} options={ACTIONS.map((value) => ({ value, label: t(`nextActions.actions.${value}`) }))} onChange={(action) => set({ action })} />
        {(branches.length > 1 || filters.branch) && (
          <FilterMenu label={t('nextActions.fields.branch')} value={filters.branch} options={branches.map(({ code, name }) => ({ value: code, label: name, detail: code }))} onChange={(branch) => set({ branch })} />
        )}
        <RangeMenu label={t('nextActions.fields.period')} range={{ from: filters.from, to: filters.to }} onChange={({ from, to }) => set({ from, to })} />
      </Pills>
      <EndlessTable
        list={list}
        remedy={everything}
        empty={
          rows.length === 0 && (
            <State icon={<IconGavel />} title={t(narrowed ? 'nextActions.noDecisionsShown' : 'nextActions.noDecisions')} action={narrowed && everything}>
              <p>{t('nextActions.noDecisionsText')}</p>
            </State>
          )
        }
        columns={COLUMNS}
        head={(column) => t(`nextActions.fields.${column}`)}
        widths={WIDTHS}
        bones={8}
      >
        {rows.map((row) => (
          <Row key={row.advice_id} row={row} />
        ))}
      </EndlessTable>
    </Page>
  )
}

function Row({ row }: { row: DecisionOfCustomer }) {
  const { t } = useTranslation()
  return (
    <tr>
      <td className={table.wide}>
        {row.customer ? (
          <>
            <Link to="/customers/$customerId" params={{ customerId: row.customer_id }} preload={false} className={table.name} data-row={row.advice_id}>
              {row.customer.name}
            </Link>
            <span className={table.sub}>
              {row.customer.cif_masked} {row.customer.is_vip && <VipChip />}
            </span>
          </>
        ) : (
          <span className="muted">{t('nextActions.notOpened')}</span>
        )}
      </td>
      <td className={`${table.wide} ${classes.wrap}`} data-label={t('nextActions.fields.advice')}>
        {row.title}
        <span className={table.sub}>{row.reason}</span>
      </td>
      <td data-label={t('nextActions.fields.decision')}>
        {row.decision_label} {row.outcome_label && <Chip>{row.outcome_label}</Chip>}
        {row.decision_reason && <span className={table.sub}>{row.decision_reason}</span>}
      </td>
      <td data-label={t('nextActions.fields.by')}>
        {row.decided_by}
        <span className={table.sub}>
          <Ago at={row.decided_at} />
        </span>
      </td>
    </tr>
  )
}
