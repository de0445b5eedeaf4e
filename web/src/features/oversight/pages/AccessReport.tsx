import '../texts/id/oversight'
import '../texts/id/viewers'

import { Button, TextInput } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { IconDownload, IconHistory, IconHistoryOff, IconLock, IconUserSearch, IconUsersGroup } from '@tabler/icons-react'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'

import { isApiError } from '~/api/problem'
import { FindCustomer } from '~/features/access/public/FindCustomer'
import { useMe } from '~/features/iam/public/me'
import { count, date, dateTime } from '~/lib/format'
import { flatten } from '~/lib/keyset'
import { may } from '~/lib/permissions'
import { ButtonLink } from '~/ui/ButtonLink'
import { DayInput } from '~/ui/DayInput'
import { FilterChoices, FilterMenu } from '~/ui/FilterMenu'
import { EndlessTable } from '~/ui/Listing'
import { Page } from '~/ui/Page'
import { Pills } from '~/ui/Pills'
import { Problem, State } from '~/ui/states'
import table from '~/ui/Table.module.css'
import { DeedsCell } from '../viewers/DeedsCell'
import { asked, type Report, type ReportFilters, today, viewersOptions } from '../viewers/query'
import { WaysCell } from '../viewers/WaysCell'
import classes from '../viewers/Viewers.module.css'

const ExportDialog = lazy(() => import('~/ui/ExportDialog').then((module) => ({ default: module.ExportDialog })))

const COLUMNS = ['person', 'ways', 'deeds'] as const
const WIDTHS = { person: '22%', deeds: '22%' }

interface Props {
  filters: ReportFilters
  onFilters: (filters: ReportFilters) => void
}

/** Who could open one customer on one day, by which ways, and who did. */
export function AccessReport({ filters, onFilters }: Props) {
  const { t } = useTranslation()
  const me = useMe()
  if (filters.customer) return <CustomerReport key={filters.customer} customerId={filters.customer} filters={filters} onFilters={onFilters} />
  if (me.permissions.audit?.R !== 'ALL') {
    return (
      <State icon={<IconLock />} title={t('common.noAccess')} role="alert" page>
        <p>{t('viewers.notYours')}</p>
      </State>
    )
  }
  return (
    <Page title={t('viewers.title')} text={t('viewers.text')} width="full">
      {may(me, 'break_glass', 'C') && (
        <div className={classes.find}>
          <FindCustomer card={null} onCard={(card) => card && onFilters({ ...filters, customer: card.customer_id })} />
        </div>
      )}
      <State icon={<IconUserSearch />} title={t('viewers.choose')}>
        <p>{t('viewers.chooseText')}</p>
      </State>
    </Page>
  )
}

function CustomerReport({ customerId, filters, onFilters }: Props & { customerId: string }) {
  const { t } = useTranslation()
  const me = useMe()
  const [exporting, setExporting] = useState(false)
  const list = useInfiniteQuery(viewersOptions(customerId, filters))
  const report = list.data?.pages[0]
  const rows = flatten(list.data)
  const day = filters.day ?? today()
  const narrow = (next: Partial<ReportFilters>) => onFilters({ ...filters, ...next })
  const narrowed = Boolean(filters.at ?? filters.way ?? filters.role ?? filters.place ?? filters.did)
  const clear = (narrowed || filters.day) && (
    <Button variant="default" onClick={() => onFilters({ customer: customerId })}>
      {t('common.clear')}
    </Button>
  )
  // An entry that cannot be is mended here; whatever else is refused is all there is to show.
  if (list.isError && !list.data && !(isApiError(list.error) && list.error.status === 422)) return <Problem page error={list.error} onRetry={() => void list.refetch()} />
  return (
    <Page
      title={report ? t('viewers.titleOf', { name: report.customer_label ?? '' }) : t('viewers.title')}
      text={report ? t('viewers.summary', { count: report.could, could: count(report.could), did: count(report.did), branch: report.branch_name }) : t('viewers.text')}
      width="full"
      actions={
        <>
          <Button variant="default" leftSection={<IconUserSearch size={15} aria-hidden />} onClick={() => onFilters({ day: filters.day })}>
            {t('viewers.another')}
          </Button>
          <ButtonLink to="/audit/customers/$customerId" params={{ customerId }} preload={false} variant="default" leftSection={<IconUsersGroup size={15} aria-hidden />}>
            {t('viewers.trail')}
          </ButtonLink>
          {may(me, 'audit', 'X') && report && (
            <Button variant="default" leftSection={<IconDownload size={15} aria-hidden />} onClick={() => setExporting(true)}>
              {t('viewers.export')}
            </Button>
          )}
        </>
      }
    >
      <div className={classes.asked}>
        <DayInput className={classes.day} label={t('viewers.day')} value={day} minDate="2000-01-01" clearable={false} onChange={(next) => next && next !== day && narrow({ day: next })} />
        <TextInput className={classes.at} type="time" label={t('viewers.at')} value={filters.at ?? ''} onChange={(event) => narrow({ at: event.currentTarget.value || undefined })} />
      </div>
      {report && <History report={report} />}
      <Pills>
        <FilterChoices
          label={t('viewers.way')}
          values={filters.way}
          options={(report?.facets.ways ?? []).map((way) => ({ value: way.key, label: `${way.label} (${count(way.count)})` }))}
          onChange={(way) => narrow({ way })}
        />
        <FilterMenu label={t('viewers.role')} value={filters.role} options={options(report?.facets.roles)} onChange={(role) => narrow({ role })} />
        <FilterMenu label={t('viewers.place')} value={filters.place} options={options(report?.facets.places)} onChange={(place) => narrow({ place })} />
        <FilterMenu label={t('viewers.did')} value={filters.did} options={[{ value: 'true', label: t('viewers.onlyDid') }]} onChange={(did) => narrow({ did })} />
        <FilterMenu
          label={t('viewers.sort')}
          always
          value={filters.sort ?? 'name'}
          options={(['name', 'did'] as const).map((value) => ({ value, label: t(`viewers.sorts.${value}`) }))}
          onChange={(sort) => narrow({ sort: sort === 'did' ? sort : undefined })}
        />
      </Pills>
      <EndlessTable
        list={list}
        remedy={clear}
        empty={
          rows.length === 0 && (
            <State icon={<IconUsersGroup />} title={narrowed ? t('viewers.emptyFiltered') : t('viewers.empty')} action={clear}>
              <p>{narrowed ? t('viewers.emptyFilteredText') : t('viewers.emptyText')}</p>
            </State>
          )
        }
        columns={COLUMNS}
        head={(column) => t(`viewers.columns.${column}`)}
        widths={WIDTHS}
        className={classes.viewers}
      >
        {report &&
          rows.map((viewer) => (
            <tr key={viewer.person.id}>
              <td data-column="person">
                <div className={classes.who}>
                  <span className={table.name}>{viewer.person.full_name}</span>
                  <span className="muted">{viewer.person.username}</span>
                </div>
              </td>
              <td data-column="ways">
                <WaysCell viewer={viewer} since={report.since} />
              </td>
              <td data-column="deeds">
                <DeedsCell viewer={viewer} customerId={customerId} day={day} />
              </td>
            </tr>
          ))}
      </EndlessTable>
      {exporting && (
        <Suspense>
          <ExportDialog
            dataSet="access_report"
            who={me.id}
            filter={{ customer_id: customerId, ...Object.fromEntries(Object.entries(asked(filters)).filter(([, value]) => value)) }}
            title={t('viewers.exportTitle')}
            text={(found) => t('viewers.exportText', { rows: found })}
            onClose={() => setExporting(false)}
          />
        </Suspense>
      )}
    </Page>
  )
}

const options = (facets: Report['facets']['roles'] | undefined) => (facets ?? []).map((facet) => ({ value: facet.key, label: facet.label, detail: count(facet.count) }))

/** From when on nothing is missing; said louder where something may be. */
function History({ report }: { report: Report }) {
  const { t } = useTranslation()
  const span = t('viewers.span', { from: dateTime(report.since), until: dateTime(report.until) })
  return (
    <p className={classes.history} role="note" data-missing={!report.is_whole || undefined}>
      {report.is_whole ? <IconHistory size={15} aria-hidden /> : <IconHistoryOff size={15} aria-hidden />}
      <span>
        {report.is_whole ? t('viewers.whole', { since: date(report.whole_since) }) : t('viewers.missing', { since: dateTime(report.whole_since) })} {span}
      </span>
    </p>
  )
}
