import { Button } from '@mantine/core'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { IconDownload, IconUserCheck } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'

import { branchesQuery, useMe } from '~/features/iam/public/me'
import { count } from '~/lib/format'
import { flatten } from '~/lib/keyset'
import { may } from '~/lib/permissions'
import { FilterMenu } from '~/ui/FilterMenu'
import { EndlessTable } from '~/ui/Listing'
import { Pills } from '~/ui/Pills'
import { State } from '~/ui/states'
import { On } from '~/ui/Time'
import { purposesQuery, type RegisterQuery, registerOptions, summaryQuery } from './query'
import { StatusChip } from './StatusChip'
import classes from './consent.module.css'
import table from '~/ui/Table.module.css'

const ExportDialog = lazy(() => import('~/ui/ExportDialog').then((module) => ({ default: module.ExportDialog })))

/** What narrows the register, as the address says it. */
export interface RegisterFilters {
  purpose?: string
  status?: string
  method?: string
  branch?: string
}

interface Props {
  filters: RegisterFilters
  onFilters: (filters: RegisterFilters) => void
}

const COLUMNS = ['at', 'customer', 'purpose', 'status', 'how', 'by'] as const
const WIDTHS = { at: 132, status: 132, by: '17%' }
const METHODS = ['PHONE_OTP', 'KNOWLEDGE', 'IN_PERSON', 'DIGITAL_SIGNATURE', 'SIGNED_LINK', 'PROVIDER_SIGNAL'] as const

/** The question to the server; what the address made up is the server's to refuse. */
const asked = ({ purpose, status, method, branch }: RegisterFilters): RegisterQuery => ({
  consent_type: purpose,
  status: status as RegisterQuery['status'],
  verification_method: method as RegisterQuery['verification_method'],
  branch_code: branch,
})

/** All that customers in reach said, newest first, with how many agree. */
export function Register({ filters, onFilters }: Props) {
  const { t, i18n } = useTranslation()
  const me = useMe()
  const query = asked(filters)
  const list = useInfiniteQuery(registerOptions(query))
  const summary = useQuery(summaryQuery)
  const purposes = useQuery(purposesQuery).data?.items ?? []
  const branches = useQuery(branchesQuery).data?.items ?? []
  const [exporting, setExporting] = useState(false)
  const rows = flatten(list.data)
  const set = (part: RegisterFilters) => onFilters({ ...filters, ...part })
  const narrowed = Boolean(filters.purpose ?? filters.status ?? filters.method ?? filters.branch)
  const everything = (
    <Button variant="default" onClick={() => onFilters({})}>
      {t('common.clear')}
    </Button>
  )
  return (
    <>
      <dl className={classes.counts}>
        {summary.data?.items.map((each) => (
          <div key={each.consent_type} className={classes.count}>
            <dt>{each.name}</dt>
            <dd>{t('consent.counts', { granted: count(each.granted), withdrawn: count(each.withdrawn) })}</dd>
          </div>
        ))}
      </dl>
      <Pills>
        <FilterMenu label={t('consent.filters.purpose')} value={filters.purpose} options={purposes.map((each) => ({ value: each.key, label: i18n.language === 'en' ? each.name_en : each.name_id }))} onChange={(purpose) => set({ purpose })} />
        <FilterMenu label={t('consent.filters.status')} value={filters.status} options={(['GRANTED', 'WITHDRAWN'] as const).map((value) => ({ value, label: t(`consent.status.${value}`) }))} onChange={(status) => set({ status })} />
        <FilterMenu label={t('consent.filters.method')} value={filters.method} options={METHODS.map((value) => ({ value, label: t(`consent.allMethods.${value}`) }))} onChange={(method) => set({ method })} />
        {(branches.length > 1 || filters.branch) && (
          <FilterMenu label={t('consent.filters.branch')} value={filters.branch} options={branches.map((each) => ({ value: each.code, label: each.name, detail: each.code }))} onChange={(branch) => set({ branch })} />
        )}
        {may(me, 'consent', 'X') && (
          <Button variant="default" leftSection={<IconDownload size={15} />} disabled={!list.isSuccess} onClick={() => setExporting(true)}>
            {t('consent.export')}
          </Button>
        )}
      </Pills>
      <EndlessTable
        list={list}
        remedy={everything}
        empty={
          rows.length === 0 && (
            <State icon={<IconUserCheck />} title={t(narrowed ? 'consent.registerNoMatch' : 'consent.registerEmpty')} action={narrowed && everything}>
              {narrowed && <p>{t('consent.registerNoMatchText')}</p>}
            </State>
          )
        }
        columns={COLUMNS}
        head={(column) => t(`consent.fields.${column}`)}
        widths={WIDTHS}
        bones={6}
      >
        {rows.map((row) => (
          <tr key={row.consent_id} data-row={row.consent_id}>
            <td data-column="at">
              <On at={row.effective_at} />
            </td>
            <td data-column="customer">
              {row.customer.reached ? (
                <Link to="/customers/$customerId" params={{ customerId: row.customer.id }} search={{ tab: 'consent' }} preload={false} className={table.name}>
                  {row.customer.name}
                </Link>
              ) : (
                row.customer.name
              )}
            </td>
            <td data-column="purpose">{[row.purpose, row.channel_name].filter(Boolean).join(', ')}</td>
            <td data-column="status">
              <StatusChip status={row.status} />
            </td>
            <td data-column="how">{t('consent.how', { channel: row.captured_channel_name, method: row.verification_method_name })}</td>
            <td data-column="by">{row.captured_by?.full_name}</td>
          </tr>
        ))}
      </EndlessTable>
      {exporting && (
        <Suspense>
          <ExportDialog dataSet="consents" filter={query} title={t('consent.exportTitle')} who={me.id} text={(found) => t('consent.exportText', { rows: found })} onClose={() => setExporting(false)} />
        </Suspense>
      )}
    </>
  )
}
