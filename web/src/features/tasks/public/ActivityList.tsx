// scaffold: leave out (the whole file)
import '../texts/id/activities'

import { Button } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { IconHistory } from '@tabler/icons-react'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'

import { date } from '~/lib/format'
import { flatten } from '~/lib/keyset'
import { Chip } from '~/ui/Chip'
import { ListBones } from '~/ui/ListBones'
import { Endless } from '~/ui/Listing'
import { State } from '~/ui/states'
import { Ago } from '~/ui/Time'
import { activitiesOptions, type Activity, type ActivityFilters } from '../activities'
import { TYPE_ICONS } from '../useActivityForm'
import { useWithdraw } from '../useWithdraw'
import classes from '../activities.module.css'

interface Props extends ActivityFilters {
  /** Only so many of the latest. */
  few?: number
}

const PAGE = 20
const ActivityChange = lazy(() =>
  import('../ActivityChange').then((module) => ({ default: module.ActivityChange })),
)

/** What was done with a customer, or about one record, the latest first; their author withdraws. */
export function ActivityList({ few, ...filters }: Props) {
  const { t } = useTranslation()
  const withdraw = useWithdraw()
  const found = useInfiniteQuery(activitiesOptions(filters, few ?? PAGE))
  const list = few ? { ...found, hasNextPage: false } : found
  const rows = flatten(found.data)
  return (
    <Endless
      list={list}
      bones={<ListBones />}
      empty={
        rows.length === 0 && (
          <State icon={<IconHistory />} title={t('activities.empty')}>
            <p>{t('activities.emptyText')}</p>
          </State>
        )
      }
    >
      <ul
        className={classes.list}
        aria-label={t('activities.title')}
        aria-busy={list.isPending || undefined}
      >
        {rows.map((activity) => (
          <li key={activity.id}>
            <ActivityRow
              activity={activity}
              busy={withdraw.isPending && withdraw.variables.id === activity.id}
              onWithdraw={() => withdraw.mutate(activity)}
            />
          </li>
        ))}
      </ul>
    </Endless>
  )
}

interface RowProps {
  activity: Activity
  /** With whom it was, where the page does not say so. */
  named?: boolean
  busy: boolean
  onWithdraw: () => void
}

export function ActivityRow({ activity, named, busy, onWithdraw }: RowProps) {
  const { t } = useTranslation()
  const Icon = TYPE_ICONS[activity.type]
  const [changing, setChanging] = useState(false)
  return (
    <article className={classes.activity}>
      <div className={classes.head}>
        <Icon size={15} aria-hidden />
        <span className={classes.kind}>{activity.type_label}</span>
        {named &&
          (activity.customer.reached ? (
            <Link to="/customers/$customerId" params={{ customerId: activity.customer.id }} preload={false}>
              {activity.customer.name}
            </Link>
          ) : (
            <span className="muted">{activity.customer.name}</span>
          ))}
        {activity.outcome && <Chip>{activity.outcome.name}</Chip>}
        <span className="muted">{activity.author?.full_name}</span>
        <Ago at={activity.happened_at} short />
        {activity.can.update && (
          <Button size="compact-xs" variant="subtle" onClick={() => setChanging(true)}>
            {t('activities.change')}
          </Button>
        )}
        {activity.can.withdraw && (
          <Button size="compact-xs" variant="subtle" loading={busy} onClick={onWithdraw}>
            {t('activities.withdraw')}
          </Button>
        )}
      </div>
      <p className={classes.note}>{activity.note}</p>
      {activity.next_task && activity.next_on && (
        <p className={`${classes.step} muted`}>
          {t('activities.next')}:{' '}
          {activity.next_task.status ? (
            <Link to="/tasks/$taskId" params={{ taskId: activity.next_task.id }} preload={false}>
              {activity.next_step}
            </Link>
          ) : (
            activity.next_step
          )}
          , {date(activity.next_on)}
        </p>
      )}
      {changing && (
        <Suspense>
          <ActivityChange activity={activity} onClose={() => setChanging(false)} />
        </Suspense>
      )}
    </article>
  )
}
