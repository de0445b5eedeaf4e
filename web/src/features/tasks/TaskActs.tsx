import { Button } from '@mantine/core'
import { IconCheck } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'

import type { Task } from './query'
import type { useTaskActs } from './useTaskActs'

interface Props {
  task: Task
  acts: ReturnType<typeof useTaskActs>
  onChange: () => void
}

/** What can be done with one task now. */
export function TaskActs({ task, acts, onChange }: Props) {
  const { t } = useTranslation()
  return (
    <>
      {task.can.reopen && (
        <Button variant="default" loading={acts.busy(task)} onClick={() => acts.reopen(task)}>
          {t('tasks.reopen')}
        </Button>
      )}
      {task.can.finish && (
        <>
          <Button variant="default" onClick={onChange}>
            {t('tasks.change')}
          </Button>
          <Button variant="default" onClick={() => acts.skip(task)}>
            {t('tasks.skip')}
          </Button>
          <Button leftSection={<IconCheck size={15} />} loading={acts.busy(task)} onClick={() => acts.complete(task)}>
            {t('tasks.complete')}
          </Button>
        </>
      )}
    </>
  )
}
