import '../texts/id/nextActions'

import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { IconBulb } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import { hasStatus } from '~/api/problem'
import { VipChip } from '~/features/customers/public/badges'
import { useMe } from '~/features/iam/public/me'
import { flatten } from '~/lib/keyset'
import { configures } from '~/lib/permissions'
import { ButtonLink } from '~/ui/ButtonLink'
import { FilterMenu } from '~/ui/FilterMenu'
import { EndlessTable } from '~/ui/Listing'
import { Page } from '~/ui/Page'
import { Pills } from '~/ui/Pills'
import { Problem, State } from '~/ui/states'
import table from '~/ui/Table.module.css'
import { DecideButtons } from '../DecideButtons'
import { PriorityChip } from '../PriorityChip'
import { ACTIONS, type Advice, type AdviceFilters, adviceOptions, type AdviceOfCustomer, PRIORITIES } from '../query'
import { RejectDialog } from '../RejectDialog'
import { type Given, useDecide } from '../useDecide'
import classes from '../advice.module.css'

interface Props {
  filters: AdviceFilters
  onFilters: (filters: AdviceFilters) => void
}

const COLUMNS = ['customer', 'advice', 'priority', 'act'] as const
const WIDTHS = { customer: '26%', priority: 110, act: 290 }

/** What to do next for the customers I reach, the best first. */
export function AdviceList({ filters, onFilters }: Props) {
  const { t } = useTranslation()
  const me = useMe()
  const list = useInfiniteQuery(adviceOptions(filters))
  const [rejecting, setRejecting] = useState<Advice | null>(null)
  const { isGone, decide } = useDecide()
  if (list.isError && !list.data && hasStatus(list.error, 403))
    return <Problem page error={list.error} onRetry={() => void list.refetch()} />
  const rows = flatten(list.data).filter((each) => !isGone(each))
  const narrowed = Boolean(filters.priority ?? filters.action)
  return (
    <Page
      title={t('nextActions.list')}
      text={t('nextActions.listText')}
      actions={
        <>
          <ButtonLink to="/advice/decisions" variant="default">
            {t('nextActions.decisionList')}
          </ButtonLink>
          {configures(me) && (
            <ButtonLink to="/advice/rules" variant="default">
              {t('nextActions.rules')}
            </ButtonLink>
          )}
        </>
      }
    >
      <Pills>
        <FilterMenu
          label={t('nextActions.fields.priority')}
          value={filters.priority}
          options={PRIORITIES.map((value) => ({ value, label: t(`nextActions.priorities.${value}`) }))}
          onChange={(priority) => onFilters({ ...filters, priority })}
        />
        <FilterMenu
          label={t('nextActions.fields.action')}
          value={filters.action}
          options={ACTIONS.map((value) => ({ value, label: t(`nextActions.actions.${value}`) }))}
          onChange={(action) => onFilters({ ...filters, action })}
        />
      </Pills>
      <EndlessTable
        list={list}
        empty={
          rows.length === 0 && (
            <State icon={<IconBulb />} title={t(narrowed ? 'nextActions.noneShown' : 'nextActions.noneAtAll')}>
              <p>{t('nextActions.noneText')}</p>
            </State>
          )
        }
        columns={COLUMNS}
        head={(column) => column !== 'act' && t(`nextActions.fields.${column}`)}
        widths={WIDTHS}
        bones={8}
      >
        {rows.map((row) => (
          <Row
            key={`${row.customer_id}${row.rule_code}${row.related_id}`}
            row={row}
            onDecide={decide}
            onReject={setRejecting}
          />
        ))}
      </EndlessTable>
      {rejecting && (
        <RejectDialog
          advice={rejecting}
          onReject={(reason) => {
            decide(rejecting, { decision: 'REJECTED', reason })
            setRejecting(null)
          }}
          onClose={() => setRejecting(null)}
        />
      )}
    </Page>
  )
}

interface RowProps {
  row: AdviceOfCustomer
  onDecide: (advice: Advice, given: Given) => void
  onReject: (advice: Advice) => void
}

function Row({ row, onDecide, onReject }: RowProps) {
  const { t } = useTranslation()
  return (
    <tr>
      <td className={table.wide}>
        <Link
          to="/customers/$customerId"
          params={{ customerId: row.customer_id }}
          preload={false}
          className={table.name}
          data-row={row.customer_id}
        >
          {row.customer.name}
        </Link>
        <span className={table.sub}>
          {row.customer.cif_masked} {row.customer.is_vip && <VipChip />}
        </span>
      </td>
      <td className={`${table.wide} ${classes.wrap}`} data-label={t('nextActions.fields.advice')}>
        {row.title}
        <span className={table.sub}>{row.reason}</span>
      </td>
      <td>
        <PriorityChip of={row} />
      </td>
      <td>
        <DecideButtons advice={row} onDecide={onDecide} onReject={onReject} />
      </td>
    </tr>
  )
}
