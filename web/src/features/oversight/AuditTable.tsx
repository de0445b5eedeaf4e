import type { UseInfiniteQueryResult } from '@tanstack/react-query'
import { IconShieldSearch } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

import type { AuditRow } from '~/api/models'
import { useSentinel } from '~/lib/keyset'
import { useRowKeys } from '~/lib/rows'
import { Bone } from '~/ui/Bone'
import { Problem, State } from '~/ui/states'
import { AuditTableRow } from './AuditTableRow'
import classes from './AuditTable.module.css'

interface Props {
  list: UseInfiniteQueryResult<unknown>
  rows: readonly AuditRow[]
  record: string | undefined
  /** The way out when nothing fits or a filter is refused. */
  clear?: ReactNode
  onRecord: (auditId: string | undefined) => void
}

const COLUMNS = ['time', 'actor', 'action', 'object', 'branch', 'outcome'] as const

/** The trail, newest first, loading as it is scrolled; a row opens its record. */
export function AuditTable({ list, rows, record, clear, onRecord }: Props) {
  const { t } = useTranslation()
  const { ref } = useRowKeys<HTMLTableSectionElement>({ onPeek: onRecord, onOpen: onRecord })
  const more = useSentinel(() => void list.fetchNextPage(), list.hasNextPage && !list.isFetchingNextPage && !list.isError)
  if (list.isError && !list.data) return <Problem error={list.error} onRetry={() => void list.refetch()} remedy={clear} />
  if (list.isSuccess && rows.length === 0) {
    return (
      <State icon={<IconShieldSearch />} title={t('oversight.empty')} action={clear}>
        <p>{t('oversight.emptyText')}</p>
      </State>
    )
  }
  return (
    <>
      <div className={classes.frame}>
        <table className={classes.table}>
          <thead>
            <tr>
              {COLUMNS.map((key) => (
                <th key={key} scope="col" data-column={key}>
                  {t(`oversight.${key}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody ref={ref}>
            {list.isPending && <BoneRows rows={12} />}
            {rows.map((row) => (
              <AuditTableRow key={row.audit_id} row={row} selected={row.audit_id === record} onOpen={onRecord} />
            ))}
            {list.isFetchingNextPage && <BoneRows rows={3} />}
          </tbody>
        </table>
      </div>
      <div ref={more} />
      {list.isFetchNextPageError && <Problem error={list.error} onRetry={() => void list.fetchNextPage()} />}
    </>
  )
}

function BoneRows({ rows }: { rows: number }) {
  return Array.from({ length: rows }, (_, index) => (
    <tr key={index} className={classes.bone} aria-hidden>
      {COLUMNS.map((key) => (
        <td key={key} className={classes[key]}>
          <Bone width={`${55 + ((index * 13 + key.length * 7) % 35)}%`} />
        </td>
      ))}
    </tr>
  ))
}
