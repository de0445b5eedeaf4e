import '../texts/id/insight'

import { Button } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { IconCalendarShare, IconChartHistogram, IconDownload } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import { api } from '~/api/client'
import { hasStatus, unwrap } from '~/api/problem'
import { useMe } from '~/features/iam/public/me'
import { date, dateTime } from '~/lib/format'
import { save } from '~/lib/save'
import { Bone } from '~/ui/Bone'
import { ExportDialog } from '~/ui/ExportDialog'
import { FilterMenu } from '~/ui/FilterMenu'
import { Page } from '~/ui/Page'
import { Pills } from '~/ui/Pills'
import { RangeMenu } from '~/ui/RangeMenu'
import { Problem, State } from '~/ui/states'
import { toastProblem } from '~/ui/toast'
import { Views } from '~/ui/Views'
import { ChartFigure } from '../charts/ChartFigure'
import classes from '../insight.module.css'
import { type DashboardFilters, dashboardQuery, dashboardsQuery, PRESETS, presetOf, queryOf } from '../query'
import { ScheduleDialog } from '../ScheduleDialog'
import { Tiles } from '../Tiles'

interface Props {
  /** The dashboard of the address; without one the first of the reader's roles. */
  chosen: string | undefined
  filters: DashboardFilters
  onChange: (key: string | undefined, filters: DashboardFilters) => void
}

/** The dashboards of my roles: figures, charts, filters, and what may be taken along. */
export function Dashboard({ chosen, filters, onChange }: Props) {
  const { t } = useTranslation()
  const list = useQuery(dashboardsQuery)
  const boards = list.data?.items ?? []
  const key = chosen ?? boards[0]?.key
  if (list.isError && !list.data) return <Problem page={hasStatus(list.error, 403)} error={list.error} onRetry={() => void list.refetch()} />
  if (list.data && !key)
    return (
      <Page title={t('insight.title')}>
        <State icon={<IconChartHistogram />} title={t('insight.none')}>
          <p>{t('insight.noneText')}</p>
        </State>
      </Page>
    )
  return key ? <Board key={key} board={key} boards={boards} filters={filters} onChange={onChange} /> : <Waiting />
}

function Waiting() {
  const { t } = useTranslation()
  return (
    <Page title={t('insight.title')} width="full">
      <Bone height={108} />
      <Bone height={320} />
    </Page>
  )
}

interface BoardProps {
  board: string
  boards: readonly { key: string; title: string; text: string }[]
  filters: DashboardFilters
  onChange: Props['onChange']
}

function Board({ board, boards, filters, onChange }: BoardProps) {
  const { t } = useTranslation()
  const me = useMe()
  const found = useQuery(dashboardQuery(board, filters))
  const [exporting, setExporting] = useState(false)
  const file = useMutation({
    mutationFn: () =>
      unwrap(api.GET('/api/v1/dashboards/{key}/file', { params: { path: { key: board }, query: queryOf(filters) }, parseAs: 'blob' })),
    onSuccess: (content) => save(content as unknown as Blob, `dashboard-${board}.pdf`),
    onError: toastProblem,
  })
  if (found.isError && !found.data && (hasStatus(found.error, 403) || hasStatus(found.error, 404)))
    return <Problem page error={found.error} onRetry={() => void found.refetch()} />
  const data = found.data
  const narrow = (changed: DashboardFilters) => onChange(board, { ...filters, ...changed })
  return (
    <Page
      title={data?.title ?? boards.find((each) => each.key === board)?.title ?? t('insight.title')}
      text={data?.text}
      width="full"
      actions={
        <>
          {data?.can.export && (
            <>
              <Button variant="default" leftSection={<IconDownload size={15} />} onClick={() => setExporting(true)}>
                {t('insight.export')}
              </Button>
              <Button variant="default" loading={file.isPending} onClick={() => file.mutate()}>
                PDF
              </Button>
            </>
          )}
          <Button variant="default" leftSection={<IconCalendarShare size={15} />} onClick={() => narrow({ schedules: 'yes' })}>
            {t('insight.send')}
          </Button>
        </>
      }
    >
      {boards.length > 1 && (
        <Views
          label={t('insight.title')}
          views={boards.map((each) => ({ key: each.key, label: each.title }))}
          value={board}
          onChange={(next) => onChange(next, { ...filters, schedules: undefined })}
        />
      )}
      <Pills>
        <FilterMenu
          label={t('insight.period')}
          value={presetOf(filters)}
          options={PRESETS.map((each) => ({ value: each, label: t(`insight.presets.${each}`) }))}
          always
          onChange={(preset) => narrow({ preset, from: undefined, to: undefined })}
        />
        <RangeMenu
          label={t('insight.dates')}
          range={{ from: filters.from, to: filters.to }}
          onChange={({ from, to }) => narrow({ from, to, preset: undefined })}
        />
        {data && data.branches.length > 1 && (
          <FilterMenu
            label={t('insight.branch')}
            value={filters.branch}
            options={data.branches.map((each) => ({ value: each.code, label: each.name }))}
            onChange={(branch) => narrow({ branch })}
          />
        )}
      </Pills>
      {found.isError && !data ? (
        <Problem error={found.error} onRetry={() => void found.refetch()} />
      ) : data ? (
        <div aria-busy={found.isPlaceholderData}>
          <p className={`${classes.asOf} muted`}>
            {t('insight.days_of', { since: date(data.since), until: date(data.until) })}
            {' · '}
            {data.as_of ? t('insight.asOf', { at: dateTime(data.as_of) }) : t('insight.notYet')}
          </p>
          <Tiles tiles={data.tiles} />
          <div className={classes.charts}>
            {data.charts.map((chart) => (
              <ChartFigure key={chart.code} chart={chart} />
            ))}
          </div>
        </div>
      ) : (
        <>
          <Bone height={108} />
          <Bone height={320} />
        </>
      )}
      {exporting && (
        <ExportDialog
          dataSet="dashboard"
          filter={Object.fromEntries(Object.entries({ dashboard: board, ...queryOf(filters) }).filter(([, value]) => value !== undefined))}
          title={t('insight.exportTitle')}
          who={me.username}
          text={(rows) => t('insight.exportText', { rows })}
          onClose={() => setExporting(false)}
        />
      )}
      {filters.schedules && data && (
        <ScheduleDialog board={board} branch={filters.branch} preset={presetOf(filters)} onClose={() => narrow({ schedules: undefined })} />
      )}
    </Page>
  )
}
