import type { UseInfiniteQueryResult } from '@tanstack/react-query'
import { IconCircleCheck } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

import { EndlessTable } from '~/ui/Listing'
import { State } from '~/ui/states'

const WIDTHS: Record<string, number> = { status: 132, due: 168, when: 168, attempts: 84, acts: 190, queue: 120 }

interface Props {
  list: UseInfiniteQueryResult<unknown>
  columns: readonly string[]
  empty: boolean
  emptyTitle: string
  emptyText: string
  children: ReactNode
}

/** A list of the operations page: an empty one means that all is well. */
export function ListFrame({ list, columns, empty, emptyTitle, emptyText, children }: Props) {
  const { t } = useTranslation()
  const label = t as unknown as (key: string) => string
  return (
    <EndlessTable
      list={list}
      empty={
        empty && (
          <State icon={<IconCircleCheck />} title={emptyTitle}>
            <p>{emptyText}</p>
          </State>
        )
      }
      columns={columns}
      head={(column) => (column === 'pick' || column === 'acts' ? <span className="visually-hidden">{label(`operations.columns.${column}`)}</span> : label(`operations.columns.${column}`))}
      widths={WIDTHS}
      bones={5}
    >
      {children}
    </EndlessTable>
  )
}
