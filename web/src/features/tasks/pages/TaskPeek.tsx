import '../texts/id/tasks'

import { ActionIcon, Tooltip } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { IconArrowsDiagonal } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import { hasStatus } from '~/api/problem'
import { Bone } from '~/ui/Bone'
import { SidePanel } from '~/ui/SidePanel'
import { NotHere, Problem } from '~/ui/states'
import { taskQuery } from '../query'
import { TaskActs } from '../TaskActs'
import { TaskDialog } from '../TaskDialog'
import { TaskFacts } from '../TaskFacts'
import { useTaskActs } from '../useTaskActs'
import classes from '../tasks.module.css'

interface Props {
  taskId: string
  onClose: () => void
  onOpen: () => void
}

/** A task beside the list, with all that can be done with it. */
export function TaskPeek({ taskId, onClose, onOpen }: Props) {
  const { t } = useTranslation()
  const query = useQuery(taskQuery(taskId))
  const acts = useTaskActs()
  const [changing, setChanging] = useState(false)
  const task = query.data
  return (
    <>
      <SidePanel
        label={t('tasks.peek')}
        title={task ? task.title : <Bone width={180} height={14} />}
        onClose={onClose}
        actions={
          <Tooltip label={t('tasks.openFull')}>
            <ActionIcon aria-label={t('tasks.openFull')} onClick={onOpen}>
              <IconArrowsDiagonal size={16} />
            </ActionIcon>
          </Tooltip>
        }
      >
        <div className={classes.peek} aria-busy={query.isPending || undefined}>
          {query.isPending && [260, 320, 180].map((width) => <Bone key={width} width={width} />)}
          {query.isError && !task && (hasStatus(query.error, 404) ? <NotHere /> : <Problem error={query.error} onRetry={() => void query.refetch()} />)}
          {task && (
            <>
              <TaskFacts task={task} />
              <div className={classes.buttons}>
                <TaskActs task={task} acts={acts} onChange={() => setChanging(true)} />
              </div>
            </>
          )}
        </div>
      </SidePanel>
      {changing && task && <TaskDialog task={task} onClose={() => setChanging(false)} />}
      {acts.dialog}
    </>
  )
}
