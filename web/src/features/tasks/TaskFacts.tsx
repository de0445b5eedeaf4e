import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

import { dateTime } from '~/lib/format'
import { Facts } from '~/ui/Facts'
import { Due, TaskStatusChip } from './chips'
import type { Task } from './query'
import classes from './tasks.module.css'

export function CustomerLink({ task }: { task: Task }) {
  if (!task.customer.reached) return <span className="muted">{task.customer.name}</span>
  return (
    <Link to="/customers/$customerId" params={{ customerId: task.customer.id }} preload={false} className={classes.link}>
      {task.customer.name}
    </Link>
  )
}

// scaffold: leave out
/** The record that a task belongs to; one out of sight has neither name nor page. */
export function SubjectLink({ subject }: { subject: NonNullable<Task['subject']> }) {
  if (!subject.address) return <span className="muted">{subject.label ?? subject.type_label}</span>
  return (
    <Link to={subject.address as '/'} preload={false} className={classes.link}>
      {subject.label}
    </Link>
  )
}

// scaffold: end
/** All that is known of a task, beside the list and on its page. */
export function TaskFacts({ task }: { task: Task }) {
  const { t } = useTranslation()
  const facts: [string, ReactNode][] = [
    [t('tasks.fields.status'), <TaskStatusChip status={task.status} />],
    [t('tasks.fields.due'), <Due of={task} />],
    [t('tasks.fields.owner'), task.owner.full_name],
    [t('tasks.fields.customer'), <CustomerLink task={task} />],
    [t('tasks.fields.branch'), task.branch.name],
    [t('tasks.fields.made'), t('tasks.by', { name: task.created_by.full_name, at: dateTime(task.created_at) })],
  ]
  // scaffold: leave out
  if (task.subject) facts.splice(4, 0, [task.subject.type_label, <SubjectLink subject={task.subject} />])
  if (task.remind_at && task.status === 'OPEN') facts.push([t('tasks.fields.remind'), dateTime(task.remind_at)])
  // scaffold: end
  if (task.finished_at && task.finished_by) facts.push([t('tasks.fields.finished'), t('tasks.by', { name: task.finished_by.full_name, at: dateTime(task.finished_at) })])
  if (task.skip_reason) facts.push([t('common.reason'), task.skip_reason])
  return (
    <>
      {task.notes && <p className={classes.notes}>{task.notes}</p>}
      <Facts facts={facts} />
    </>
  )
}
