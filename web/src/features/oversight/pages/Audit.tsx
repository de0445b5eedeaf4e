import { Button } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { IconDownload, IconShieldSearch } from '@tabler/icons-react'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'

import { useMe } from '~/features/iam/public/me'
import { flatten, useSentinel } from '~/lib/keyset'
import { may } from '~/lib/permissions'
import { span } from '~/lib/range'
import { useRowKeys } from '~/lib/rows'
import { Bone } from '~/ui/Bone'
import { Page } from '~/ui/Page'
import { Problem, State } from '~/ui/states'
import { AuditPanel } from '../AuditPanel'
import { AuditTableRow } from '../AuditTableRow'
import { type AuditFilters, auditOptions } from '../query'
import { Sentence } from '../Sentence'
import classes from '../AuditTable.module.css'

const ExportDialog = lazy(() => import('~/ui/ExportDialog').then((module) => ({ default: module.ExportDialog })))

interface Props {
  filters: AuditFilters
  record: string | undefined
  onFilters: (filters: AuditFilters) => void
  onRecord: (auditId: string | undefined) => void
}

const COLUMNS = ['time', 'actor', 'action', 'object', 'branch', 'outcome'] as const

export function Audit({ filters, record, onFilters, onRecord }: Props) {
  const { t } = useTranslation()
  const me = useMe()
  const list = useInfiniteQuery(auditOptions(filters))
  const [exporting, setExporting] = useState(false)
  const { ref } = useRowKeys<HTMLTableSectionElement>({ onPeek: onRecord, onOpen: onRecord })
  const more = useSentinel(() => void list.fetchNextPage(), list.hasNextPage && !list.isFetchingNextPage && !list.isError)
  const rows = flatten(list.data)
  const clear = Object.values(filters).some(Boolean) && (
    <Button variant="default" onClick={() => onFilters({})}>
      {t('common.clear')}
    </Button>
  )
  const take = may(me, 'audit', 'X') && (
    <Button variant="default" leftSection={<IconDownload size={15} aria-hidden />} onClick={() => setExporting(true)}>
      {t('oversight.export.open')}
    </Button>
  )
  return (
    <Page title={t('oversight.title')} text={t('oversight.text')} width="full" actions={take}>
      {/* Whom the trail is closed to has nothing to filter. */}
      {may(me, 'audit', 'R') && <Sentence filters={filters} rows={rows} onChange={onFilters} />}
      {list.isError && !list.data ? (
        <Problem error={list.error} onRetry={() => void list.refetch()} remedy={clear} />
      ) : list.isSuccess && rows.length === 0 ? (
        <State icon={<IconShieldSearch />} title={t('oversight.empty')} action={clear}>
          <p>{t('oversight.emptyText')}</p>
        </State>
      ) : (
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
      )}
      <div ref={more} />
      {list.isFetchNextPageError && <Problem error={list.error} onRetry={() => void list.fetchNextPage()} />}
      {exporting && (
        <Suspense>
          <ExportDialog
            dataSet="audit"
            filter={Object.fromEntries(Object.entries({ ...filters, ...span(filters) }).filter(([, value]) => value))}
            title={t('oversight.export.title')}
            text={(rows) => t('oversight.export.text', { rows })}
            onClose={() => setExporting(false)}
          />
        </Suspense>
      )}
      {record && (
        <AuditPanel
          key={record}
          auditId={record}
          onClose={() => onRecord(undefined)}
          onRecord={onRecord}
          onFilters={(next) => onFilters(next)}
        />
      )}
    </Page>
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
