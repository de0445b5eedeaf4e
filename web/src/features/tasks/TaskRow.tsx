import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'

import { Due, TaskStatusChip } from './chips'
import type { Task } from './query'
import classes from './tasks.module.css'
import table from '~/ui/Table.module.css'

interface Props {
  task: Task
  peeked: boolean
  busy: boolean
  onPeek: (taskId: string) => void
  onComplete: (task: Task) => void
  onReopen: (task: Task) => void
}

/** A task in the list: what it is and about whom, whose it is, until when. */
export function TaskRow({ task, peeked, busy, onPeek, onComplete, onReopen }: Props) {
  const { t } = useTranslation()
  const act = task.can.finish ? 'complete' : task.can.reopen ? 'reopen' : null
  return (
    <tr className={table.row} data-selected={peeked || undefined}>
      <td className={table.wide}>
        <button type="button" className={`${table.open} ${table.name} ${table.link}`} data-row={task.id} onClick={() => onPeek(task.id)}>
          {task.title}
        </button>
        {task.notes && <span className={table.sub}>{task.notes}</span>}
      </td>
      <td className={table.wide}>{task.customer.name}</td>
      <td className={table.wide} data-label={t('tasks.fields.owner')}>
        {task.owner.full_name}
      </td>
      <td>
        <Due of={task} />
      </td>
      <td>
        <TaskStatusChip status={task.status} />
      </td>
      <td>
        {act && (
          <span className={`${table.acts} ${classes.acts}`}>
            <Button variant="default" loading={busy} aria-label={`${t(`tasks.${act}`)}: ${task.title}`} onClick={() => (act === 'complete' ? onComplete(task) : onReopen(task))}>
              {t(`tasks.${act}`)}
            </Button>
          </span>
        )}
      </td>
    </tr>
  )
}
