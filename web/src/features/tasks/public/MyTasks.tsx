import '../texts/id/tasks'

import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'

import { flatten } from '~/lib/keyset'
import { Bone } from '~/ui/Bone'
import { Problem } from '~/ui/states'
import { Due } from '../chips'
import { tasksOptions } from '../query'
import classes from './MyTasks.module.css'

const SHOWN = 5

/** What I have to do, the nearest day first. */
export function MyTasks() {
  const { t } = useTranslation()
  const tasks = useInfiniteQuery(tasksOptions({ mine: 'yes' }, ''))
  const rows = flatten(tasks.data)
  return (
    <section aria-labelledby="my-tasks" className={classes.section}>
      <h2 id="my-tasks" className={classes.title}>
        {t('tasks.mine')}
        <Link to="/tasks" search={{ mine: 'yes' }}>
          {t('common.all')}
        </Link>
      </h2>
      {tasks.isError ? (
        <Problem error={tasks.error} onRetry={() => void tasks.refetch()} />
      ) : tasks.isPending ? (
        <Bone height={88} />
      ) : rows.length === 0 ? (
        <p className="muted">{t('tasks.nothingMine')}</p>
      ) : (
        <ul className={classes.list}>
          {rows.slice(0, SHOWN).map((task) => (
            <li key={task.id}>
              <Link to="/tasks/$taskId" params={{ taskId: task.id }} className={classes.row}>
                <span className={classes.what}>
                  {task.title} <span className="muted">{task.customer.name}</span>
                </span>
                <Due of={task} />
              </Link>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
