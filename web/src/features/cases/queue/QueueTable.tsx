import { Checkbox } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import type { RefObject } from 'react'
import { useTranslation } from 'react-i18next'

import { useNow } from '~/lib/clock'
import { Bone } from '~/ui/Bone'
import { Table } from '~/ui/Table'
import table from '~/ui/Table.module.css'
import { isLate } from '../due'
import type { CaseRow } from '../model'
import type { FromQueue } from './fromQueue'
import { QueueRow } from './QueueRow'
import classes from './queue.module.css'

interface Props {
  rows: readonly CaseRow[] | undefined
  /** Late ones come first, above a line of their own. */
  divided: boolean
  selected: ReadonlySet<string>
  peeked: string | undefined
  results: ReadonlyMap<string, { ok: boolean; message: string | null }>
  onSelect: ((id: string) => void) | undefined
  onSelectAll: () => void
  onPeek: (id: string) => void
  from: FromQueue
  body: RefObject<HTMLTableSectionElement | null>
}

const COLUMNS = ['pick', 'due', 'case', 'category', 'priority', 'status', 'assignee', 'channel', 'age'] as const
const WIDTHS = { due: 194, case: 208, priority: 88, status: 152, assignee: 172, channel: 116, age: 92 }

export function QueueTable({ rows, divided, selected, peeked, results, onSelect, onSelectAll, onPeek, from, body }: Props) {
  const { t } = useTranslation()
  const now = useNow()
  const calm = divided && rows ? rows.findIndex((row) => !isLate(row, now.getTime())) : 0
  const late = calm === -1 ? (rows?.length ?? 0) : calm
  const heads: Record<number, string> = rows && late > 0 ? { 0: t('cases.lateHead'), ...(late < rows.length && { [late]: t('cases.restHead') }) } : {}
  return (
    <Table
      columns={COLUMNS}
      head={(column) =>
        column !== 'pick'
          ? t(`cases.columns.${column}`)
          : onSelect &&
            rows &&
            rows.length > 0 && (
              <Checkbox
                size="xs"
                aria-label={t('cases.pickAll')}
                checked={selected.size > 0 && rows.every((row) => row.hidden || selected.has(row.id))}
                indeterminate={selected.size > 0 && !rows.every((row) => row.hidden || selected.has(row.id))}
                onChange={onSelectAll}
              />
            )
      }
      widths={WIDTHS}
      className={classes.cases}
      pending={rows === undefined}
      bones={0}
      body={body}
    >
      {rows === undefined
        ? Array.from({ length: 12 }, (_, index) => <BoneRow key={index} index={index} />)
        : rows.flatMap((row, index) => [
            heads[index] && (
              <tr key={`head-${index}`} className={classes.divider} data-late={index === 0 || undefined}>
                <th scope="rowgroup" colSpan={3}>
                  {index === 0 && <IconAlertTriangle size={13} stroke={2} aria-hidden />} {heads[index]}
                  {index === 0 && <span className="num"> · {late}</span>}
                </th>
              </tr>
            ),
            <QueueRow key={row.id} row={row} selected={selected.has(row.id)} peeked={row.id === peeked} onSelect={onSelect} onPeek={onPeek} from={from} />,
            results.get(row.id) && (
              <tr key={`refused-${row.id}`} className={classes.refusal}>
                <td colSpan={COLUMNS.length}>
                  <span role="status" aria-label={row.case_no}>
                    <IconAlertTriangle size={13} stroke={2} aria-hidden /> {results.get(row.id)?.message}
                  </span>
                </td>
              </tr>
            ),
          ])}
    </Table>
  )
}

function BoneRow({ index }: { index: number }) {
  return (
    <tr aria-hidden className={classes.bone}>
      <td className={classes.pick} />
      <td className={classes.dueCell}>
        <Bone width={92} />
      </td>
      <td className={classes.what}>
        <span className={table.words}>
          <Bone width={150} />
          <Bone width={90 + ((index * 17) % 60)} height={10} />
        </span>
      </td>
      <td className={classes.about}>
        <Bone width={`${60 + ((index * 13) % 30)}%`} />
      </td>
      <td>
        <Bone width={58} />
      </td>
      <td>
        <Bone width={86} height={20} />
      </td>
      <td>
        <Bone width="70%" />
      </td>
      <td>
        <Bone width={60} />
      </td>
      <td>
        <Bone width={64} />
      </td>
    </tr>
  )
}
