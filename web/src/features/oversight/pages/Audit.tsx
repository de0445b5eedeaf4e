import '../texts/id/oversight'
import '../texts/id/trail'

import { Button } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { IconDownload, IconHistory, IconUsersGroup } from '@tabler/icons-react'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'

import { useMe } from '~/features/iam/public/me'
import { flatten } from '~/lib/keyset'
import { may } from '~/lib/permissions'
import { span } from '~/lib/range'
import { ButtonLink } from '~/ui/ButtonLink'
import { Page } from '~/ui/Page'
import { AuditPanel } from '../AuditPanel'
import { AuditTable } from '../AuditTable'
import { type AuditFilters, auditOptions } from '../query'
import { Sentence } from '../Sentence'
import { SavedFilters } from '../trail/SavedFilters'

const ExportDialog = lazy(() => import('~/ui/ExportDialog').then((module) => ({ default: module.ExportDialog })))

interface Props {
  filters: AuditFilters
  /** The saved filter that was applied last. */
  saved: string | undefined
  record: string | undefined
  onFilters: (filters: AuditFilters, saved?: string) => void
  onRecord: (auditId: string | undefined) => void
}

export function Audit({ filters, saved, record, onFilters, onRecord }: Props) {
  const { t } = useTranslation()
  const me = useMe()
  const list = useInfiniteQuery(auditOptions(filters))
  const [exporting, setExporting] = useState(false)
  const rows = flatten(list.data)
  const reader = may(me, 'audit', 'R')
  const clear = Object.values(filters).some(Boolean) && (
    <Button variant="default" onClick={() => onFilters({})}>
      {t('common.clear')}
    </Button>
  )
  // Whom the trail is closed to has nothing to filter.
  const actions = reader && (
    <>
      {filters.customer_id && (
        <ButtonLink to="/audit/customers/$customerId" params={{ customerId: filters.customer_id }} variant="default" leftSection={<IconUsersGroup size={15} aria-hidden />}>
          {t('trail.byPerson')}
        </ButtonLink>
      )}
      {me.permissions.audit?.R === 'ALL' && (
        <ButtonLink to="/access-report" search={{ customer: filters.customer_id }} preload={false} variant="default" leftSection={<IconHistory size={15} aria-hidden />}>
          {t('trail.couldSee')}
        </ButtonLink>
      )}
      <SavedFilters filters={filters} applied={saved} onApply={onFilters} />
      {may(me, 'audit', 'X') && (
        <Button variant="default" leftSection={<IconDownload size={15} aria-hidden />} onClick={() => setExporting(true)}>
          {t('oversight.export.open')}
        </Button>
      )}
    </>
  )
  return (
    <Page title={t('oversight.title')} text={t(me.permissions.audit?.R === 'OWN' ? 'oversight.textOwn' : 'oversight.text')} width="full" actions={actions}>
      {reader && <Sentence filters={filters} rows={rows} onChange={(next) => onFilters(next, saved)} />}
      <AuditTable list={list} rows={rows} record={record} clear={clear} onRecord={onRecord} />
      {exporting && (
        <Suspense>
          <ExportDialog
            dataSet="audit"
            who={me.id}
            filter={Object.fromEntries(Object.entries({ ...filters, ...span(filters) }).filter(([, value]) => value))}
            title={t('oversight.export.title')}
            text={(rows) => t('oversight.export.text', { rows })}
            onClose={() => setExporting(false)}
          />
        </Suspense>
      )}
      {record && <AuditPanel key={record} auditId={record} onClose={() => onRecord(undefined)} onRecord={onRecord} onFilters={(next) => onFilters(next)} />}
    </Page>
  )
}
