import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import { api } from '~/api/client'
import { unwrap } from '~/api/problem'
import { ReasonDialog } from '~/ui/ReasonDialog'
import { toastDone, toastProblem } from '~/ui/toast'
import { forgetTask, noteTask, type Task } from './query'

type Act = 'complete' | 'skip' | 'reopen'
interface Asked {
  act: Act
  task: Task
  reason?: string
}

function send({ act, task, reason = '' }: Asked) {
  const params = { path: { task_id: task.id } }
  switch (act) {
    case 'complete':
      return unwrap(api.POST('/api/v1/tasks/{task_id}/complete', { params }))
    case 'skip':
      return unwrap(api.POST('/api/v1/tasks/{task_id}/skip', { params, body: { reason } }))
    case 'reopen':
      return unwrap(api.POST('/api/v1/tasks/{task_id}/reopen', { params }))
  }
}

/** Ends a task, with the way back: what was done or skipped by mistake is reopened from the notice. */
export function useTaskActs() {
  const { t } = useTranslation()
  const client = useQueryClient()
  const [skipping, setSkipping] = useState<Task | null>(null)
  const acting = useMutation({
    mutationFn: send,
    onSuccess: (task, { act }) => {
      setSkipping(null)
      noteTask(client, task)
      toastDone(t(`tasks.acted.${act}`, { title: task.title }), act === 'reopen' ? undefined : () => acting.mutate({ act: 'reopen', task }))
    },
    onError: (error, { task }) => {
      toastProblem(error)
      void forgetTask(client, task.id)
    },
  })
  const busy = (task: Task) => acting.isPending && acting.variables.task.id === task.id
  const dialog = skipping && (
    <ReasonDialog
      title={t('tasks.skipTitle')}
      text={skipping.title}
      action={t('tasks.skip')}
      placeholder={t('tasks.skipPlaceholder')}
      busy={acting.isPending}
      onSubmit={(reason) => acting.mutate({ act: 'skip', task: skipping, reason })}
      onClose={() => setSkipping(null)}
    />
  )
  return {
    complete: (task: Task) => acting.mutate({ act: 'complete', task }),
    reopen: (task: Task) => acting.mutate({ act: 'reopen', task }),
    skip: setSkipping,
    busy,
    dialog,
  }
}
