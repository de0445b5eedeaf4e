import { useInfiniteQuery } from '@tanstack/react-query'
import { IconTrendingUp } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

import { money } from '~/lib/format'
import { flatten } from '~/lib/keyset'
import { useRowKeys } from '~/lib/rows'
import { EndlessTable } from '~/ui/Listing'
import { State } from '~/ui/states'
import { Age, ExpectedClose, Owner, StateChip } from '../chips'
import { isFiltered, opportunitiesOptions, type OpportunityFilters } from './query'
import classes from '../sales.module.css'
import table from '~/ui/Table.module.css'

interface Props {
  filters: OpportunityFilters
  words: string
  peeked: string | undefined
  everything: ReactNode
  create: ReactNode
  onPeek: (opportunityId: string) => void
  onOpen: (opportunityId: string) => void
}

const COLUMNS = ['name', 'stage', 'age', 'value', 'weighted', 'close', 'owner'] as const
const WIDTHS = { stage: 168, age: 168, value: 140, weighted: 140, close: 130, owner: '15%' }

/** Opportunities one below the other. */
export function OpportunityList({
  filters,
  words,
  peeked,
  everything,
  create,
  onPeek,
  onOpen,
}: Props) {
  const { t } = useTranslation()
  const list = useInfiniteQuery(opportunitiesOptions(filters, words))
  const rows = flatten(list.data)
  const { ref } = useRowKeys<HTMLTableSectionElement>({ onPeek, onOpen })
  const narrowed = isFiltered(filters) || words !== ''
  return (
    <EndlessTable
      list={list}
      remedy={everything}
      empty={
        rows.length === 0 && (
          <State
            icon={<IconTrendingUp />}
            title={t(narrowed ? 'opportunities.emptyFiltered' : 'opportunities.empty')}
            action={narrowed ? everything : create}
          >
            <p>{t(narrowed ? 'leads.emptyFilteredText' : 'opportunities.emptyText')}</p>
          </State>
        )
      }
      columns={COLUMNS}
      head={(column) =>
        t(column === 'name' ? 'opportunities.fields.customer' : `opportunities.fields.${column}`)
      }
      widths={WIDTHS}
      className={classes.list}
      bones={8}
      body={ref}
    >
      {rows.map((one) => (
        <tr key={one.id} className={table.row} data-selected={one.id === peeked || undefined}>
          <td className={table.wide}>
            <button
              type="button"
              className={`${table.open} ${table.name} ${table.link}`}
              data-row={one.id}
              onClick={() => onPeek(one.id)}
            >
              {one.customer.name}
            </button>
            <span className={table.sub}>{one.product_interest}</span>
          </td>
          <td>
            <StateChip state={one.stage} name={one.stage_label} />
          </td>
          <td>
            <Age of={one} />
          </td>
          <td className="num" data-label={t('opportunities.fields.value')}>
            {money(one.estimated_value)}
          </td>
          <td
            className="num"
            data-column="weighted"
            data-label={t('opportunities.fields.weighted')}
          >
            {money(one.weighted_value)} <span className="muted">{one.probability} %</span>
          </td>
          <td data-label={t('opportunities.fields.close')}>
            <ExpectedClose of={one} />
          </td>
          <td
            className={table.wide}
            data-column="owner"
            data-label={t('opportunities.fields.owner')}
          >
            <Owner of={one.assigned_to} />
          </td>
        </tr>
      ))}
    </EndlessTable>
  )
}
