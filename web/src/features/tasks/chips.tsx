import { IconAlertTriangle, IconCheck, IconCircle, IconPlayerSkipForward } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'

import { date } from '~/lib/format'
import { Chip, type Tone } from '~/ui/Chip'
import type { Task, TaskStatus } from './query'

const STATUS: Record<TaskStatus, [Tone, typeof IconCheck]> = {
  OPEN: ['neutral', IconCircle],
  DONE: ['success', IconCheck],
  SKIPPED: ['neutral', IconPlayerSkipForward],
}

export function TaskStatusChip({ status }: { status: TaskStatus }) {
  const { t } = useTranslation()
  const [tone, Icon] = STATUS[status]
  return (
    <Chip tone={tone} icon={<Icon />}>
      {t(`tasks.statuses.${status}`)}
    </Chip>
  )
}

/** The due day; what is late says so in words as well. */
export function Due({ of }: { of: Task }) {
  const { t } = useTranslation()
  if (!of.overdue) return <span className="num nowrap">{date(of.due_on)}</span>
  return (
    <Chip tone="critical" icon={<IconAlertTriangle />} title={t('tasks.overdue')}>
      <span className="visually-hidden">{t('tasks.overdue')}: </span>
      {date(of.due_on)}
    </Chip>
  )
}
