import '../texts/id/cockpit'

import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { IconCircleCheck } from '@tabler/icons-react'
import { lazy, Suspense } from 'react'
import { useTranslation } from 'react-i18next'

import { hasStatus } from '~/api/problem'
import { useMe } from '~/features/iam/public/me'
import { count, date, money, moneyShort, relative } from '~/lib/format'
import { flatten } from '~/lib/keyset'
import { may } from '~/lib/permissions'
import { Bone } from '~/ui/Bone'
import { Chip } from '~/ui/Chip'
import { type HomeFigure, HomeFigures } from '~/ui/HomeFigures'
import { Page } from '~/ui/Page'
import { Section } from '~/ui/Section'
import { Sparkline } from '~/ui/Sparkline'
import { Problem } from '~/ui/states'
import { type Cockpit, cockpitQuery, portfolioOptions } from '../query'
import { PortfolioLine } from '../PortfolioLine'
import classes from '../cockpit.module.css'

const MyTasks = lazy(() =>
  import('~/features/tasks/public/MyTasks').then((each) => ({ default: each.MyTasks })),
)
const MyTurn = lazy(() =>
  import('~/features/followup/public/MyTurn').then((each) => ({ default: each.MyTurn })),
)
const MyCases = lazy(() =>
  import('~/features/cases/public/MyCases').then((each) => ({ default: each.MyCases })),
)
const QUIETEST = 5

/** What I have to do today, what waits, and how far I am. */
export function Day() {
  const { t } = useTranslation()
  const me = useMe()
  const found = useQuery(cockpitQuery)
  const figures = useFigures(found.data)
  if (found.isError && !found.data && hasStatus(found.error, 403))
    return <Problem page error={found.error} onRetry={() => void found.refetch()} />
  const cockpit = found.data
  return (
    <Page title={t('cockpit.title')} text={cockpit && date(cockpit.day)} width="reading">
      {found.isError && !cockpit && (
        <Problem error={found.error} onRetry={() => void found.refetch()} />
      )}
      {found.isPending && <Bone height={280} />}
      {cockpit?.activities && <Target activities={cockpit.activities} />}
      {cockpit && (
        <HomeFigures
          id="cockpit-waiting"
          title={t('cockpit.waiting')}
          figures={figures}
          onRetry={() => void found.refetch()}
        />
      )}
      <Suspense>
        <MyTurn />
      </Suspense>
      <Suspense>
        <MyTasks />
      </Suspense>
      {may(me, 'case', 'C') && (
        <Suspense>
          <MyCases />
        </Suspense>
      )}
      {cockpit?.pipeline && <Pipeline pipeline={cockpit.pipeline} />}
      {cockpit?.portfolio && <Quietest />}
    </Page>
  )
}

/** What waits, each figure with the list of what was counted. */
function useFigures(cockpit: Cockpit | undefined): HomeFigure[] {
  const { t } = useTranslation()
  const figures: HomeFigure[] = []
  if (!cockpit) return figures
  const { tasks, leads, portfolio } = cockpit
  if (tasks) {
    figures.push(
      {
        label: t('cockpit.tasksOverdue'),
        value: count(tasks.overdue),
        bad: tasks.overdue > 0,
        to: '/tasks',
        search: { mine: 'yes', overdue: 'yes' },
      },
      {
        label: t('cockpit.tasksToday'),
        value: count(tasks.today),
        to: '/tasks',
        search: { mine: 'yes', due: 'today' },
      },
      {
        label: t('cockpit.tasksWeek'),
        value: count(tasks.week),
        to: '/tasks',
        search: { mine: 'yes', due: 'week' },
      },
    )
  }
  if (leads) {
    figures.push(
      {
        label: t('cockpit.leadsNew'),
        value: count(leads.new),
        to: '/leads',
        search: { view: 'list', status: 'NEW' },
      },
      {
        label: t('cockpit.leadsLate'),
        value: count(leads.late),
        bad: leads.late > 0,
        to: '/leads',
        search: { view: 'list', aging: 'LATE' },
      },
      { label: t('cockpit.leadsOpen'), value: count(leads.open), to: '/leads' },
    )
  }
  if (portfolio) {
    figures.push({
      label: t('cockpit.quiet'),
      note: `${t('cockpit.quietDays', { days: portfolio.quiet_days })}, ${t('cockpit.ofCustomers', { customers: count(portfolio.customers) })}`,
      value: count(portfolio.quiet),
      to: '/day/portfolio',
      search: { show: 'quiet' },
    })
  }
  return figures
}

/** Today's activities beside the target, and the week that led here. */
function Target({ activities }: { activities: NonNullable<Cockpit['activities']> }) {
  const { t } = useTranslation()
  const { goal, today, week } = activities
  const left = Math.max(0, goal - today)
  return (
    <Section title={t('cockpit.activities')}>
      <div className={classes.target}>
        <strong className={`${classes.done} num`}>
          {t('cockpit.goal', { done: count(today), goal: count(goal) })}
        </strong>
        <span className={classes.track} aria-hidden>
          <span style={{ width: `${Math.min(100, (100 * today) / goal)}%` }} />
        </span>
        {left === 0 ? (
          <Chip tone="success" icon={<IconCircleCheck />}>
            {t('cockpit.goalReached')}
          </Chip>
        ) : (
          <span className="muted">{t('cockpit.goalLeft', { count: left })}</span>
        )}
        <span className={classes.week}>
          <Sparkline values={week.map((each) => each.count)} />
          <span className="visually-hidden">
            {t('cockpit.week', { values: week.map((each) => each.count).join(', ') })}
          </span>
        </span>
      </div>
    </Section>
  )
}

function Pipeline({ pipeline }: { pipeline: NonNullable<Cockpit['pipeline']> }) {
  const { t } = useTranslation()
  const most = Math.max(1, ...pipeline.stages.map((each) => Number(each.value)))
  return (
    <Section
      title={t('cockpit.pipeline')}
      aside={<Link to="/opportunities">{t('cockpit.openPipeline')}</Link>}
    >
      {pipeline.count === 0 ? (
        <p className="muted">{t('cockpit.noPipeline')}</p>
      ) : (
        <>
          <p>
            {t('cockpit.pipelineText', {
              count: pipeline.count,
              weighted: money(pipeline.weighted),
            })}
          </p>
          <ul className={classes.stages}>
            {pipeline.stages.map((each) => (
              <li key={each.stage}>
                <span>{each.label}</span>
                <span className={classes.track} aria-hidden>
                  <span style={{ width: `${(100 * Number(each.value)) / most}%` }} />
                </span>
                <span className={`${classes.sum} num`} title={money(each.value)}>
                  {t('cockpit.stageLine', { count: each.count, value: moneyShort(each.value) })}
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
    </Section>
  )
}

/** The customers who waited longest, on the page where the day begins. */
function Quietest() {
  const { t } = useTranslation()
  const list = useInfiniteQuery(portfolioOptions({}, QUIETEST))
  const rows = flatten(list.data)
  return (
    <Section
      title={t('cockpit.quietest')}
      aside={<Link to="/day/portfolio">{t('cockpit.allPortfolio')}</Link>}
    >
      {list.isError ? (
        <Problem error={list.error} onRetry={() => void list.refetch()} />
      ) : list.isPending ? (
        <Bone height={132} />
      ) : rows.length === 0 ? (
        <p className="muted">{t('cockpit.noneInPortfolio')}</p>
      ) : (
        <ul className={classes.people}>
          {rows.slice(0, QUIETEST).map((row) => (
            <PortfolioLine
              key={row.customer_id}
              row={row}
              when={
                row.last_contact_at ? relative(row.last_contact_at, new Date()) : t('cockpit.never')
              }
            />
          ))}
        </ul>
      )}
    </Section>
  )
}
