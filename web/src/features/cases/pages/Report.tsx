import '../texts/id/cases'
import '../texts/id/complaintReport'

import { Button } from '@mantine/core'
import { useMutation, useQueries, useQuery } from '@tanstack/react-query'
import { IconDownload, IconReportAnalytics } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'

import { api } from '~/api/client'
import { unwrap } from '~/api/problem'
import type { components } from '~/api/schema.gen'
import { useMe } from '~/features/iam/public/me'
import { count, date, dateTime, decimal } from '~/lib/format'
import { worksOnCases } from '~/lib/permissions'
import { save } from '~/lib/save'
import { Chip } from '~/ui/Chip'
import { FilterMenu } from '~/ui/FilterMenu'
import { Page } from '~/ui/Page'
import { Pills } from '~/ui/Pills'
import { Section } from '~/ui/Section'
import { Problem, State } from '~/ui/states'
import { BoneRows } from '~/ui/Table'
import { toastProblem } from '~/ui/toast'
import { ReportCharts } from '../report/ReportCharts'
import { lastQuarters, reportQuery } from '../report/query'
import classes from '../report.module.css'
import { CaseNumbers } from './CaseNumbers'

type Figures = components['schemas']['ComplaintFiguresOut']

interface Props {
  year: number
  quarter: number
  branch: string | undefined
  onChange: (wanted: { year: number; quarter: number; branch: string | undefined }) => void
}

const FIGURES = ['brought_forward', 'received', 'reopened', 'solved_in_time', 'solved_late', 'in_process', 'average_days'] as const
const FORMATS = ['pdf', 'xlsx', 'csv'] as const
const BACK = 8
/** Quarters that the lines beside the figures go back. */
const BEFORE = 3

type Format = (typeof FORMATS)[number]

/** The complaints of a quarter by product and issue, as the regulator asks for them. */
export function Report({ year, quarter, branch, onChange }: Props) {
  const { t } = useTranslation()
  const report = useQuery(reportQuery(year, quarter, branch))
  const earlier = useQueries({ queries: lastQuarters({ year, quarter }, BEFORE + 1).slice(0, -1).map((each) => reportQuery(each.year, each.quarter, branch)) })
  const me = useMe()
  // The choices stay while another quarter is counted; its figures do not.
  const branches = report.data?.choices ?? []
  const data = report.isPlaceholderData ? undefined : report.data
  const file = useMutation({
    mutationFn: (format: Format) => unwrap(api.GET('/api/v1/complaint-report/file', { params: { query: { year, quarter, branch, format } }, parseAs: 'blob' })),
    onSuccess: (found, format) => save(found as unknown as Blob, `complaints-${year}-q${quarter}.${format}`),
    onError: toastProblem,
  })
  const now = new Date()
  const latest = now.getFullYear() * 4 + Math.floor(now.getMonth() / 3)
  const quarters = Array.from({ length: BACK }, (_, back) => latest - back).map((each) => ({ value: `${Math.floor(each / 4)}-${(each % 4) + 1}`, label: t('complaintReport.quarter', { year: Math.floor(each / 4), quarter: (each % 4) + 1 }) }))
  return (
    <Page
      title={t('complaintReport.title')}
      width="full"
      text={
        <>
          {worksOnCases(me) && <Link to="/cases">← {t('cases.queueTitle')}</Link>}
          {data && `${worksOnCases(me) ? ' · ' : ''}${t('complaintReport.due', { date: date(data.due_on) })}`}
        </>
      }
      actions={
        data?.can.export &&
        FORMATS.map((format) => (
          <Button
            key={format}
            variant="default"
            leftSection={<IconDownload size={15} />}
            aria-label={t('complaintReport.download', { format: format.toUpperCase() })}
            disabled={file.isPending && file.variables !== format}
            loading={file.isPending && file.variables === format}
            onClick={() => file.mutate(format)}
          >
            {format.toUpperCase()}
          </Button>
        ))
      }
    >
      <Pills>
        <FilterMenu
          label={t('complaintReport.period')}
          value={`${year}-${quarter}`}
          options={quarters}
          always
          onChange={(next) => {
            const [y, q] = (next ?? '').split('-').map(Number)
            if (y && q) onChange({ year: y, quarter: q, branch })
          }}
        />
        {branches.length > 1 && (
          <FilterMenu label={t('cases.fields.branch')} value={branch} options={branches.map((each) => ({ value: each.code, label: each.name }))} onChange={(next) => onChange({ year, quarter, branch: next })} />
        )}
      </Pills>
      {data && !data.complete && (
        <p className={classes.running}>
          <Chip tone="info">{t('complaintReport.running', { at: dateTime(data.counted_at) })}</Chip>
        </p>
      )}
      {report.isError && !data ? (
        <Problem error={report.error} onRetry={() => void report.refetch()} />
      ) : data && data.rows.length === 0 ? (
        <State icon={<IconReportAnalytics />} title={t('complaintReport.empty')}>
          <p>{t('complaintReport.emptyText')}</p>
        </State>
      ) : (
        <>
          {data && <ReportCharts report={data} before={earlier.flatMap((each) => (each.data && !each.isPlaceholderData ? [each.data] : []))} />}
          <Table title={t('complaintReport.byProduct')} busy={!data} rows={(data?.rows ?? []).map((row) => ({ key: `${row.product}.${row.issue.code}`, name: row.product || t('complaintReport.noProduct'), sub: row.issue.name, figures: row }))} total={data?.total} />
          {data && (
            <>
              <Table title={t('complaintReport.byBranch')} rows={data.by_branch.map((row) => ({ key: row.branch.code, name: row.branch.name, figures: row }))} />
              <Table title={t('complaintReport.byChannel')} rows={data.by_channel.map((row) => ({ key: row.channel.key, name: row.channel.name, figures: row }))} />
            </>
          )}
        </>
      )}
      <CaseNumbers year={year} branch={branch} />
    </Page>
  )
}

interface TableProps {
  title: string
  rows: readonly { key: string; name: string; sub?: string; figures: Figures }[]
  total?: Figures
  busy?: boolean
}

function Table({ title, rows, total, busy }: TableProps) {
  const { t } = useTranslation()
  const say = (figures: Figures, each: (typeof FIGURES)[number]) => {
    const value = figures[each]
    return value === null ? '–' : each === 'average_days' ? decimal(value) : count(value)
  }
  return (
    <Section title={title}>
      <div className={classes.scroll} tabIndex={0} role="region" aria-label={title}>
        <table className={classes.table} aria-busy={busy || undefined}>
          <thead>
            <tr>
              <th scope="col">{t('complaintReport.name')}</th>
              {FIGURES.map((each) => (
                <th key={each} scope="col">
                  {t(`complaintReport.figures.${each}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {busy && <BoneRows columns={['name', ...FIGURES]} rows={4} />}
            {rows.map((row) => (
              <tr key={row.key}>
                <th scope="row">
                  {row.name}
                  {row.sub && <span className="muted"> · {row.sub}</span>}
                </th>
                {FIGURES.map((each) => (
                  <td key={each} className="num">
                    {say(row.figures, each)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
          {total && (
            <tfoot>
              <tr>
                <th scope="row">{t('complaintReport.total')}</th>
                {FIGURES.map((each) => (
                  <td key={each} className="num">
                    {say(total, each)}
                  </td>
                ))}
              </tr>
            </tfoot>
          )}
        </table>
      </div>
    </Section>
  )
}
