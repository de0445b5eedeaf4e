import '../texts/id/followup'
import '../texts/id/followupRuns'

import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { IconDownload } from '@tabler/icons-react'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'

import { hasStatus } from '~/api/problem'
import { branchesQuery, useMe } from '~/features/iam/public/me'
import { count, dateTime } from '~/lib/format'
import { may } from '~/lib/permissions'
import { Bone } from '~/ui/Bone'
import { ButtonLink } from '~/ui/ButtonLink'
import { FilterMenu } from '~/ui/FilterMenu'
import { Page } from '~/ui/Page'
import { Pills } from '~/ui/Pills'
import { Section } from '~/ui/Section'
import { Problem } from '~/ui/states'
import type { FollowupDashboard as Figures } from '../model'
import { dashboardOptions } from '../query'
import { readsMembers } from '../rights'
import { DaysFigure } from '../runs/DaysFigure'
import { LoadChart } from '../runs/LoadChart'
import { Performance } from '../runs/Performance'
import classes from '../runs/runs.module.css'

const ExportDialog = lazy(() =>
  import('~/ui/ExportDialog').then((each) => ({ default: each.ExportDialog })),
)

const PERIODS = ['7', '30', '90'] as const
const ROTATED = ['not_followed_up', 'no_deposit'] as const
const ENTERED = ['dealt', 'returned'] as const

export interface DashboardFilters {
  days?: string
  branch?: string
}

interface Props {
  filters: DashboardFilters
  onFilters: (filters: DashboardFilters) => void
}

/** What is due, how many rotated and why, how the agents do, and how even their load is. */
export function FollowupDashboard({ filters, onFilters }: Props) {
  const { t } = useTranslation()
  const me = useMe()
  const period = PERIODS.find((each) => each === filters.days) ?? '30'
  const found = useQuery(dashboardOptions(Number(period), filters.branch))
  const branches = useQuery(branchesQuery).data?.items ?? []
  const [exporting, setExporting] = useState(false)
  if (found.isError && !found.data && hasStatus(found.error, 403))
    return <Problem page error={found.error} onRetry={() => void found.refetch()} />
  const data = found.data
  const days = data?.days ?? []
  return (
    <Page
      title={t('followupRuns.dashboard')}
      text={data && t('followupRuns.asOf', { at: dateTime(data.as_of) })}
      width="full"
      actions={
        <>
          <ButtonLink to="/followup/runs" variant="default">
            {t('followupRuns.title')}
          </ButtonLink>
          {may(me, 'followup', 'X') && (
            <Button
              variant="default"
              leftSection={<IconDownload size={15} />}
              disabled={days.length === 0}
              onClick={() => setExporting(true)}
            >
              {t('followupRuns.export')}
            </Button>
          )}
        </>
      }
    >
      <Pills>
        <FilterMenu
          label={t('followupRuns.period')}
          value={period}
          options={PERIODS.map((value) => ({ value, label: t(`followupRuns.days.${value}`) }))}
          always
          onChange={(next) => onFilters({ ...filters, days: next === '30' ? undefined : next })}
        />
        {(branches.length > 1 || filters.branch) && (
          <FilterMenu
            label={t('followupRuns.branchFilter')}
            value={filters.branch}
            options={branches.map((each) => ({ value: each.code, label: each.name }))}
            onChange={(branch) => onFilters({ ...filters, branch })}
          />
        )}
      </Pills>
      {found.isError && !data ? (
        <Problem error={found.error} onRetry={() => void found.refetch()} />
      ) : !data ? (
        <div style={{ display: 'grid', gap: 16, marginTop: 16 }}>
          <Bone height={92} />
          <Bone height={260} />
          <Bone height={260} />
        </div>
      ) : (
        <div style={{ marginTop: 16 }} aria-busy={found.isPlaceholderData || undefined}>
          <Tiles data={data} branch={filters.branch} opens={readsMembers(me)} />
          <div className={classes.figuresAndLoad}>
            <Section title={t('followupRuns.rotations')}>
              <DaysFigure
                days={days}
                series={ROTATED}
                label={t('followupRuns.rotationsLabel')}
                first={0}
              />
            </Section>
            <Section title={t('followupRuns.loads')}>
              <LoadChart agents={data.agents} label={t('followupRuns.loadsLabel')} />
            </Section>
            <Section title={t('followupRuns.intake')}>
              <DaysFigure
                days={days}
                series={ENTERED}
                label={t('followupRuns.intakeLabel')}
                first={2}
              />
            </Section>
          </div>
          <Section title={t('followupRuns.performance')}>
            <Performance agents={data.agents} />
          </Section>
        </div>
      )}
      {exporting && (
        <Suspense>
          <ExportDialog
            dataSet="followup_rotations"
            filter={{ since: days[0]?.day, until: days.at(-1)?.day, branch: filters.branch }}
            title={t('followupRuns.exportTitle')}
            who={me.id}
            text={(rows) => t('followupRuns.exportText', { rows })}
            onClose={() => setExporting(false)}
          />
        </Suspense>
      )}
    </Page>
  )
}

const TILES = ['active', 'due_soon', 'overdue', 'pending', 'waiting'] as const

interface TilesProps {
  data: Figures
  branch: string | undefined
  /** The members that were counted can be opened. */
  opens: boolean
}

/** The figures of now, each with the way to its members where there is a list of them. */
function Tiles({ data, branch, opens }: TilesProps) {
  const { t } = useTranslation()
  const lists = {
    active: { status: 'ACTIVE', branch },
    due_soon: { due: String(data.advance_hours), branch },
    overdue: { due: '0', branch },
    pending: { status: 'PENDING', branch },
    waiting: null,
  }
  return (
    <ul className={classes.figures}>
      {TILES.map((each) => {
        const value = data[each]
        const list = lists[each]
        if (value === null) return null
        const isBad = (each === 'overdue' || each === 'pending') && value > 0
        return (
          <li key={each} data-figure={each} title={t(`followupRuns.meanings.${each}`)}>
            <span className={classes.label}>
              {t(`followupRuns.figures.${each}`, { hours: data.advance_hours })}
            </span>
            <strong className={isBad ? `num ${classes.bad}` : 'num'}>{count(value)}</strong>
            {opens && list && (
              <Link
                to="/followup"
                search={list}
                aria-label={`${t('followupRuns.rows')}: ${t(`followupRuns.figures.${each}`, {
                  hours: data.advance_hours,
                })}`}
              >
                {t('followupRuns.rows')}
              </Link>
            )}
          </li>
        )
      })}
    </ul>
  )
}
