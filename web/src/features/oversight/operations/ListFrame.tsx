import type { UseInfiniteQueryResult } from '@tanstack/react-query'
import { IconCircleCheck } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

import { useSentinel } from '~/lib/keyset'
import { Bone } from '~/ui/Bone'
import { Problem, State } from '~/ui/states'
import classes from './Operations.module.css'
import table from '~/ui/Table.module.css'

interface Props {
  list: UseInfiniteQueryResult<unknown>
  columns: readonly string[]
  empty: boolean
  emptyTitle: string
  emptyText: string
  children: ReactNode
}

/** A table that loads as it is scrolled, with its states: loading, empty, failed. */
export function ListFrame({ list, columns, empty, emptyTitle, emptyText, children }: Props) {
  const { t } = useTranslation()
  const more = useSentinel(() => void list.fetchNextPage(), list.hasNextPage && !list.isFetchingNextPage && !list.isError)
  if (list.isError && !list.data) return <Problem error={list.error} onRetry={() => void list.refetch()} />
  if (list.isSuccess && empty) {
    return (
      <State icon={<IconCircleCheck />} title={emptyTitle}>
        <p>{emptyText}</p>
      </State>
    )
  }
  const label = t as unknown as (key: string) => string
  return (
    <>
      <table className={`${table.table} ${classes.columns}`}>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col" data-column={column}>
                {column === 'pick' || column === 'acts' ? <span className="visually-hidden">{label(`operations.columns.${column}`)}</span> : label(`operations.columns.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {list.isPending &&
            [0, 1, 2, 3, 4].map((index) => (
              <tr key={index} aria-hidden>
                {columns.map((column) => (
                  <td key={column}>
                    <Bone width={`${45 + ((index * 13 + column.length * 7) % 40)}%`} />
                  </td>
                ))}
              </tr>
            ))}
          {children}
        </tbody>
      </table>
      <div ref={more} />
      {list.isFetchNextPageError && <Problem error={list.error} onRetry={() => void list.fetchNextPage()} />}
    </>
  )
}
