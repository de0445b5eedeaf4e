import { Input, Select, Textarea, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'

import { api, intentKey } from '~/api/client'
import { unwrap } from '~/api/problem'
import { CustomerPicker } from '~/features/customers/public/CustomerPicker'
import { useMe } from '~/features/iam/public/me'
import { date, dateTime, dayKey } from '~/lib/format'
import { may } from '~/lib/permissions'
import { useMade } from '~/lib/useMade'
import { DayInput } from '~/ui/DayInput'
import { FormDialog } from '~/ui/FormDialog'
import { toastDone } from '~/ui/toast'
import { useVersionedSave } from '~/ui/useVersionedSave'
import { forgetTask, momentOf, momentTyped, noteTask, ownersQuery, type Task } from './query'
import { SubjectLink } from './TaskFacts'

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
  const key = useRef(intentKey())
  const [customer, setCustomer] = useState(task?.customer.id ?? customerId)
  const form = useForm({
    initialValues: {
      title: task?.title ?? '',
      notes: task?.notes ?? '',
      due_on: (task?.due_on ?? dayKey(new Date())) as string | null,
      owner_id: task?.owner.id ?? me.id,
      // scaffold: leave out
      remind_at: momentTyped(task?.remind_at),
      // scaffold: end
    },
  })
  const gives = task ? task.can.assign : may(me, 'task', 'A')
  const owners = useQuery({ ...ownersQuery(customer ?? ''), enabled: gives && customer !== undefined })
  const people = new Map([[me.id, me.full_name], ...(task ? [[task.owner.id, task.owner.full_name] as const] : []), ...(owners.data?.items ?? []).map((each) => [each.id, each.full_name] as const)])
  const typed = () => ({
    ...form.values,
    title: form.values.title.trim(),
    notes: form.values.notes.trim(),
    due_on: form.values.due_on ?? '',
    // scaffold: leave out
    remind_at: momentOf(form.values.remind_at, task?.remind_at),
    // scaffold: end
  })
  const save = useVersionedSave({
    send: (version) =>
      task && version
        ? unwrap(api.PATCH('/api/v1/tasks/{task_id}', { params: { path: { task_id: task.id } }, body: { ...typed(), version } }))
        : unwrap(api.POST('/api/v1/tasks', { headers: { 'Idempotency-Key': key.current }, body: { ...typed(), customer_id: customer ?? '' } })),
    onSaved: (saved) => {
      noteTask(client, saved)
      toastDone(t(task ? 'tasks.changed' : 'tasks.made', { title: saved.title }))
    },
    onRefused: form.setErrors,
    onStale: () => task && void forgetTask(client, task.id),
    onSettled: () => (key.current = intentKey()),
    compared: () => {
      const mine = typed()
      return [
        { key: 'title', name: t('tasks.fields.title'), opened: task?.title, mine: mine.title, now: (current) => current.title },
        { key: 'notes', name: t('tasks.fields.notes'), opened: task?.notes, mine: mine.notes, now: (current) => current.notes },
        { key: 'due_on', name: t('tasks.fields.due'), opened: task?.due_on, mine: mine.due_on, now: (current) => current.due_on, words: date },
        // scaffold: leave out
        {
          key: 'remind_at',
          name: t('tasks.fields.remind'),
          opened: task?.remind_at ?? undefined,
          mine: mine.remind_at ?? undefined,
          now: (current) => current.remind_at ?? undefined,
          words: dateTime,
        },
        // scaffold: end
        {
          key: 'owner_id',
          name: t('tasks.fields.owner'),
          opened: task?.owner.full_name,
          mine: people.get(mine.owner_id),
          now: (current) => (current.owner as Task['owner'] | undefined)?.full_name,
        },
      ]
    },
  })
  useMade(save.saved, onClose)
  const submit = form.onSubmit(({ title, due_on }) => {
    const wrong: Record<string, string> = {}
    if (!customer) wrong.customer_id = t('tasks.customerFirst')
    if (title.trim().length < LEAST) wrong.title = t('common.atLeast', { count: LEAST })
    if (!due_on) wrong.due_on = t('common.required')
    if (Object.keys(wrong).length > 0) return form.setErrors(wrong)
    save.run(task?.version)
  })
  return (
    <>
      <FormDialog
        title={t(task ? 'tasks.changeTitle' : 'tasks.make')}
        action={t('common.save')}
        dirty={(form.isDirty() || customer !== (task?.customer.id ?? customerId)) && !save.done}
        busy={save.busy}
        covered={save.covered}
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
        {/* scaffold: leave out */}
        <TextInput type="datetime-local" label={t('tasks.fields.remind')} {...form.getInputProps('remind_at')} />
        {task?.subject && (
          <p className="muted">
            {t('tasks.fields.subject')}: {task.subject.type_label} <SubjectLink subject={task.subject} />
          </p>
        )}
        {/* scaffold: end */}
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
      {save.dialog}
    </>
  )
}
