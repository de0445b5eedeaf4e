import { Input, Select, Textarea, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'

import { api, intentKey } from '~/api/client'
import { fieldProblems, unwrap } from '~/api/problem'
import { CustomerPicker } from '~/features/customers/public/CustomerPicker'
import { useMe } from '~/features/iam/public/me'
import { dayKey } from '~/lib/format'
import { may } from '~/lib/permissions'
import { useMade } from '~/lib/useMade'
import { DayInput } from '~/ui/DayInput'
import { FormDialog } from '~/ui/FormDialog'
import { toastDone, toastProblem } from '~/ui/toast'
import { standingVersion, useStale } from '~/ui/useStale'
import { forgetTask, noteTask, ownersQuery, type Task } from './query'

interface Props {
  /** The task that is changed; a new one without it. */
  task?: Task
  /** Whom a new one is about, where that is known. */
  customerId?: string
  onClose: () => void
}

const LEAST = 3

/** A task is written down, or changed from the version that was read; what is typed stays until it is saved or put away. */
export function TaskDialog({ task, customerId, onClose }: Props) {
  const { t } = useTranslation()
  const client = useQueryClient()
  const me = useMe()
  const stale = useStale()
  const key = useRef(intentKey())
  const [customer, setCustomer] = useState(task?.customer.id ?? customerId)
  const form = useForm({
    initialValues: { title: task?.title ?? '', notes: task?.notes ?? '', due_on: (task?.due_on ?? dayKey(new Date())) as string | null, owner_id: task?.owner.id ?? me.id },
  })
  const gives = task ? task.can.assign : may(me, 'task', 'A')
  const owners = useQuery({ ...ownersQuery(customer ?? ''), enabled: gives && customer !== undefined })
  const people = new Map([[me.id, me.full_name], ...(task ? [[task.owner.id, task.owner.full_name] as const] : []), ...(owners.data?.items ?? []).map((each) => [each.id, each.full_name] as const)])
  const save = useMutation({
    mutationFn: (version: number | undefined) => {
      const body = { ...form.values, title: form.values.title.trim(), notes: form.values.notes.trim(), due_on: form.values.due_on ?? '' }
      return task && version
        ? unwrap(api.PATCH('/api/v1/tasks/{task_id}', { params: { path: { task_id: task.id } }, body: { ...body, version } }))
        : unwrap(api.POST('/api/v1/tasks', { headers: { 'Idempotency-Key': key.current }, body: { ...body, customer_id: customer ?? '' } }))
    },
    onSuccess: (saved) => {
      noteTask(client, saved)
      toastDone(t(task ? 'tasks.changed' : 'tasks.made', { title: saved.title }))
    },
    onError: (error) => {
      key.current = intentKey()
      const standing = standingVersion(error)
      const wrong = fieldProblems(error)
      if (standing && task) {
        void forgetTask(client, task.id)
        stale.ask({ version: standing.version, again: save.mutate })
      } else if (Object.keys(wrong).length > 0) form.setErrors(wrong)
      else toastProblem(error)
    },
  })
  useMade(save.data, onClose)
  const submit = form.onSubmit(({ title, due_on }) => {
    const wrong: Record<string, string> = {}
    if (!customer) wrong.customer_id = t('tasks.customerFirst')
    if (title.trim().length < LEAST) wrong.title = t('common.atLeast', { count: LEAST })
    if (!due_on) wrong.due_on = t('common.required')
    if (Object.keys(wrong).length > 0) return form.setErrors(wrong)
    save.mutate(task?.version)
  })
  return (
    <>
      <FormDialog
        title={t(task ? 'tasks.changeTitle' : 'tasks.make')}
        action={t('common.save')}
        dirty={(form.isDirty() || customer !== (task?.customer.id ?? customerId)) && !save.isSuccess}
        busy={save.isPending}
        covered={stale.dialog !== null}
        onSubmit={submit}
        onClose={onClose}
      >
        {!task && (
          <div>
            <CustomerPicker
              customerId={customer}
              onCustomer={(next) => {
                setCustomer(next)
                form.setFieldValue('owner_id', me.id)
                form.clearFieldError('customer_id')
              }}
            />
            {form.errors.customer_id && <Input.Error mt={5}>{form.errors.customer_id}</Input.Error>}
          </div>
        )}
        <TextInput label={t('tasks.fields.title')} maxLength={200} data-autofocus={task ? true : undefined} {...form.getInputProps('title')} />
        <Textarea label={t('tasks.fields.notes')} autosize minRows={3} maxRows={10} maxLength={2000} {...form.getInputProps('notes')} />
        <DayInput label={t('tasks.fields.due')} defaultLevel="month" maxDate={undefined} {...form.getInputProps('due_on')} />
        {gives && (
          <Select
            label={t('tasks.fields.owner')}
            searchable
            allowDeselect={false}
            disabled={!customer}
            data={[...people].map(([value, label]) => ({ value, label }))}
            nothingFoundMessage={t('tasks.nobody')}
            {...form.getInputProps('owner_id')}
          />
        )}
      </FormDialog>
      {stale.dialog}
    </>
  )
}
