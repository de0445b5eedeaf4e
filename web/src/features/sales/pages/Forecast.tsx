import '../texts/id/sales'

import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { IconChartBar } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'

import { hasStatus } from '~/api/problem'
import { useMe } from '~/features/iam/public/me'
import { Bone } from '~/ui/Bone'
import { FilterMenu } from '~/ui/FilterMenu'
import { Page } from '~/ui/Page'
import { Pills } from '~/ui/Pills'
import { Section } from '~/ui/Section'
import { Problem, State } from '~/ui/states'
import classes from '../forecast/forecast.module.css'
import { MonthBars } from '../forecast/MonthBars'
import { RateTable } from '../forecast/RateTable'
import { useAssignees } from '../leads/query'
import { span } from '../months'
import { forecastQuery } from '../query'
import { assignsLeads } from '../rights'

export interface ForecastFilters {
  branch?: string
  owner?: string
  months?: string
}

interface Props {
  filters: ForecastFilters
  onFilters: (filters: ForecastFilters) => void
}

const MONTHS = ['3', '6', '12'] as const
const USUAL = 6

/** What is expected to close month by month, and how much of what was closed was won. */
export function Forecast({ filters, onFilters }: Props) {
  const { t } = useTranslation()
  const me = useMe()
  const supervises = assignsLeads(me)
  const months = Number(MONTHS.find((each) => each === filters.months) ?? USUAL)
  const found = useQuery(forecastQuery(filters.branch, filters.owner, months))
  const people = useAssignees(supervises ? me.branches.map((each) => each.code) : [])
  const set = (part: ForecastFilters) => onFilters({ ...filters, ...part })
  if (found.isError && !found.data && hasStatus(found.error, 403))
    return <Problem page error={found.error} onRetry={() => void found.refetch()} />
  const forecast = found.data
  const empty =
    forecast &&
    forecast.months.every((each) => each.count === 0 && Number(each.won) === 0) &&
    forecast.by_rm.length === 0
  return (
    <Page
      title={t('sales.forecast')}
      text={<Link to="/opportunities">← {t('sales.opportunities')}</Link>}
    >
      <Pills>
        <FilterMenu
          label={t('sales.ahead')}
          always
          value={String(months)}
          options={MONTHS.map((value) => ({
            value,
            label: t('sales.months', { count: Number(value) }),
          }))}
          onChange={(value) => set({ months: value === String(USUAL) ? undefined : value })}
        />
        {supervises && (
          <FilterMenu
            label={t('sales.rm')}
            value={filters.owner}
            options={people.map((each) => ({ value: each.id, label: each.full_name }))}
            onChange={(owner) => set({ owner })}
          />
        )}
        {me.branches.length > 1 && (
          <FilterMenu
            label={t('sales.branch')}
            value={filters.branch}
            options={me.branches.map((each) => ({ value: each.code, label: each.name }))}
            onChange={(branch) => set({ branch })}
          />
        )}
      </Pills>
      {found.isError && !forecast ? (
        <Problem error={found.error} onRetry={() => void found.refetch()} />
      ) : !forecast ? (
        <div aria-busy="true" style={{ paddingTop: 24 }}>
          <Bone height={240} />
        </div>
      ) : empty ? (
        <State icon={<IconChartBar />} title={t('sales.noForecast')}>
          <p>{t('sales.noForecastText')}</p>
        </State>
      ) : (
        <>
          <Section title={t('sales.byMonth')}>
            <MonthBars months={forecast.months} />
          </Section>
          <Section
            title={t('sales.byRm')}
            aside={
              <span className={classes.period}>
                {t('sales.closedIn', {
                  span: span(forecast.period.from_on, forecast.period.to_on),
                })}
              </span>
            }
          >
            <RateTable
              label={t('sales.byRm')}
              rows={forecast.by_rm.map((row) => ({
                ...row,
                key: row.rm.id,
                name: row.rm.full_name,
              }))}
            />
          </Section>
          <Section title={t('sales.byBranch')}>
            <RateTable
              label={t('sales.byBranch')}
              rows={forecast.by_branch.map((row) => ({
                ...row,
                key: row.branch.code,
                name: row.branch.name,
              }))}
            />
          </Section>
        </>
      )}
    </Page>
  )
}
