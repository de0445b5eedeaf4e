import '../texts/id/tasks'

import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import { ListBones } from '~/ui/ListBones'
import { Page } from '~/ui/Page'
import { Problem } from '~/ui/states'
import { taskQuery } from '../query'
import { TaskActs } from '../TaskActs'
import { TaskDialog } from '../TaskDialog'
import { TaskFacts } from '../TaskFacts'
import { useTaskActs } from '../useTaskActs'

/** One task: what is to be done about whom, whose it is, and how it ended. */
export function TaskPage({ taskId }: { taskId: string }) {
  const { t } = useTranslation()
  const found = useQuery(taskQuery(taskId))
  const acts = useTaskActs()
  const [changing, setChanging] = useState(false)
  if (found.isPending) {
    return (
      <Page title={t('tasks.title')}>
        <ListBones />
      </Page>
    )
  }
  if (!found.data) return <Problem page error={found.error} onRetry={() => void found.refetch()} />
  const task = found.data
  return (
    <Page title={task.title} width="reading" text={<Link to="/tasks">← {t('tasks.title')}</Link>} actions={<TaskActs task={task} acts={acts} onChange={() => setChanging(true)} />}>
      <TaskFacts task={task} />
      {changing && <TaskDialog task={task} onClose={() => setChanging(false)} />}
      {acts.dialog}
    </Page>
  )
}
