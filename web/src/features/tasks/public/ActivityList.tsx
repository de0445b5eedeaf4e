// scaffold: leave out (the whole file)
import '../texts/id/activities'

import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { IconHistory } from '@tabler/icons-react'
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
import classes from '../activities.module.css'

const PAGE = 20

/** What was done with a customer, or about one record, the latest first. */
export function ActivityList(filters: ActivityFilters) {
  const { t } = useTranslation()
  const list = useInfiniteQuery(activitiesOptions(filters, PAGE))
  const rows = flatten(list.data)
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
      <ul className={classes.list} aria-label={t('activities.title')} aria-busy={list.isPending || undefined}>
        {rows.map((activity) => (
          <li key={activity.id}>
            <ActivityRow activity={activity} />
          </li>
        ))}
      </ul>
    </Endless>
  )
}

export function ActivityRow({ activity }: { activity: Activity }) {
  const { t } = useTranslation()
  const Icon = TYPE_ICONS[activity.type]
  return (
    <article className={classes.activity}>
      <div className={classes.head}>
        <Icon size={15} aria-hidden />
        <span className={classes.kind}>{activity.type_label}</span>
        {activity.outcome && <Chip>{activity.outcome.name}</Chip>}
        <span className="muted">{activity.author?.full_name}</span>
        <Ago at={activity.happened_at} short />
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
    </article>
  )
}
