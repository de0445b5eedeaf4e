import type { UseInfiniteQueryResult } from '@tanstack/react-query'
import { IconShieldSearch } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

import type { AuditRow } from '~/api/models'
import { useRowKeys } from '~/lib/rows'
import { EndlessTable } from '~/ui/Listing'
import { State } from '~/ui/states'
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
  return (
    <div className={classes.frame}>
      <EndlessTable
        list={list}
        remedy={clear}
        empty={
          rows.length === 0 && (
            <State icon={<IconShieldSearch />} title={t('oversight.empty')} action={clear}>
              <p>{t('oversight.emptyText')}</p>
            </State>
          )
        }
        columns={COLUMNS}
        head={(key) => t(`oversight.${key}`)}
        className={classes.records}
        bones={12}
        body={ref}
      >
        {rows.map((row) => (
          <AuditTableRow key={row.audit_id} row={row} selected={row.audit_id === record} onOpen={onRecord} />
        ))}
      </EndlessTable>
    </div>
  )
}
