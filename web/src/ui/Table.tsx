import type { ReactNode, Ref } from 'react'

import { Bone } from './Bone'
import table from './Table.module.css'

interface Props<Column extends string> {
  columns: readonly Column[]
  /** What stands above a column; nothing above one of acts. */
  head: (column: Column) => ReactNode
  widths?: Partial<Record<Column, string | number>>
  sorted?: (column: Column) => 'ascending' | 'descending' | undefined
  className?: string
  pending: boolean
  /** Further rows are on their way. */
  more?: boolean
  /** How many rows stand in for those that are still being fetched. */
  bones?: number
  body?: Ref<HTMLTableSectionElement>
  children: ReactNode
}

/** The one table of records: its head stays in sight, its rows are those given. */
export function Table<Column extends string>({ columns, head, widths, sorted, className, pending, more, bones = 4, body, children }: Props<Column>) {
  return (
    <table className={className ? `${table.table} ${className}` : table.table} aria-busy={pending || undefined}>
      <thead>
        <tr>
          {columns.map((column) => {
            const words = head(column)
            return words ? (
              <th key={column} scope="col" data-column={column} style={{ width: widths?.[column] }} aria-sort={sorted?.(column)}>
                {words}
              </th>
            ) : (
              <td key={column} data-column={column} />
            )
          })}
        </tr>
      </thead>
      <tbody ref={body}>
        {pending && <BoneRows columns={columns} rows={bones} />}
        {children}
        {more && <BoneRows columns={columns} rows={3} />}
      </tbody>
    </table>
  )
}

/** Rows that are still being fetched, of the table's own geometry. */
export function BoneRows({ columns, rows }: { columns: readonly string[]; rows: number }) {
  return Array.from({ length: rows }, (_, index) => (
    <tr key={index} aria-hidden>
      {columns.map((column) => (
        <td key={column} data-column={column}>
          <Bone width={`${50 + ((index * 13 + column.length * 7) % 40)}%`} />
        </td>
      ))}
    </tr>
  ))
}
