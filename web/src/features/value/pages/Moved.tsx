import '../texts/id/rfm'

import { Button } from '@mantine/core'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { IconArrowsShuffle } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'

import { hasStatus } from '~/api/problem'
import { RfmChip, VipChip } from '~/features/customers/public/badges'
import { branchesQuery } from '~/features/iam/public/me'
import { month } from '~/lib/format'
import { flatten } from '~/lib/keyset'
import { ButtonLink } from '~/ui/ButtonLink'
import { FilterMenu } from '~/ui/FilterMenu'
import { EndlessTable } from '~/ui/Listing'
import { Page } from '~/ui/Page'
import { Pills } from '~/ui/Pills'
import { RangeMenu } from '~/ui/RangeMenu'
import { Problem, State } from '~/ui/states'
import table from '~/ui/Table.module.css'
import { type MoveFilters, movesOptions, segmentsOf } from '../rfm/query'
import { SEGMENTS } from '../rfm/segments'

interface Props {
  filters: MoveFilters
  onFilters: (filters: MoveFilters) => void
}

const COLUMNS = ['customer', 'was', 'became', 'month'] as const
const WIDTHS = { was: 170, became: 170, month: 150 }

/** The customers who moved from one segment to another, the latest month first. */
export function Moved({ filters, onFilters }: Props) {
  const { t } = useTranslation()
  const branches = useQuery(branchesQuery).data?.items ?? []
  const list = useInfiniteQuery(movesOptions(filters))
  if (list.isError && !list.data && hasStatus(list.error, 403)) return <Problem page error={list.error} onRetry={() => void list.refetch()} />
  const rows = flatten(list.data)
  const set = (part: MoveFilters) => onFilters({ ...filters, ...part })
  const { before, after } = segmentsOf(filters)
  const segments = SEGMENTS.map((value) => ({ value, label: t(`customers.rfms.${value}`) }))
  const move = (from: string | undefined, to: string | undefined) => set({ move: from || to ? `${from ?? ''}>${to ?? ''}` : undefined })
  const narrowed = Object.values(filters).some(Boolean)
  const everything = (
    <Button variant="default" onClick={() => onFilters({})}>
      {t('common.clear')}
    </Button>
  )
  return (
    <Page
      title={t('rfm.movedTitle')}
      text={t('rfm.movedText')}
      actions={
        <ButtonLink to="/value" variant="default">
          {t('rfm.title')}
        </ButtonLink>
      }
    >
      <Pills>
        <FilterMenu label={t('rfm.first')} value={before} options={segments} onChange={(next) => move(next, after)} />
        <FilterMenu label={t('rfm.second')} value={after} options={segments} onChange={(next) => move(before, next)} />
        {(branches.length > 1 || filters.branch) && (
          <FilterMenu label={t('rfm.branch')} value={filters.branch} options={branches.map(({ code, name }) => ({ value: code, label: name, detail: code }))} onChange={(branch) => set({ branch })} />
        )}
        <RangeMenu label={t('rfm.movedIn')} range={{ from: filters.from, to: filters.to }} onChange={({ from, to }) => set({ from, to })} />
      </Pills>
      <EndlessTable
        list={list}
        remedy={everything}
        empty={
          rows.length === 0 && (
            <State icon={<IconArrowsShuffle />} title={t(narrowed ? 'rfm.noneMovedShown' : 'rfm.noneMoved')} action={narrowed && everything}>
              <p>{t('rfm.noneMovedText')}</p>
            </State>
          )
        }
        columns={COLUMNS}
        head={(column) => t(`rfm.movedFields.${column}`)}
        widths={WIDTHS}
        bones={8}
      >
        {rows.map((row) => (
          <tr key={`${row.month}${row.customer.customer_id}`}>
            <td className={table.wide}>
              <Link to="/customers/$customerId" params={{ customerId: row.customer.customer_id }} preload={false} className={table.name} data-row={row.customer.customer_id}>
                {row.customer.name}
              </Link>
              <span className={table.sub}>
                {row.customer.cif_masked} {row.customer.is_vip && <VipChip />}
              </span>
            </td>
            <td data-label={t('rfm.movedFields.was')}>
              <RfmChip segment={row.from_segment} />
            </td>
            <td data-label={t('rfm.movedFields.became')}>
              <RfmChip segment={row.to_segment} />
            </td>
            <td data-label={t('rfm.movedFields.month')}>{month(row.month)}</td>
          </tr>
        ))}
      </EndlessTable>
    </Page>
  )
}
