// scaffold: leave out (the whole file)
import './texts/id/activities'

import { Select, Textarea, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'

import { api } from '~/api/client'
import { unwrap } from '~/api/problem'
import { dateTime } from '~/lib/format'
import { useMade } from '~/lib/useMade'
import { FormDialog } from '~/ui/FormDialog'
import { toastDone } from '~/ui/toast'
import { useVersionedSave } from '~/ui/useVersionedSave'
import { type Activity, noteActivity, type Outcome, OUTCOMES, TYPES } from './activities'
import { momentOf, momentTyped } from './query'

interface Props {
  activity: Activity
  onClose: () => void
}

/** Puts right what was logged, within a day; the next step is a task by then, and is changed there. */
export function ActivityChange({ activity, onClose }: Props) {
  const { t } = useTranslation()
  const client = useQueryClient()
  const form = useForm({
    initialValues: {
      activity_type: activity.type,
      note: activity.note,
      outcome: (activity.outcome?.code ?? '') as Outcome | '',
      happened_at: momentTyped(activity.happened_at),
    },
  })
  const typed = () => ({
    ...form.values,
    note: form.values.note.trim(),
    happened_at: momentOf(form.values.happened_at, activity.happened_at) ?? activity.happened_at,
  })
  const save = useVersionedSave({
    send: (version) =>
      unwrap(
        api.PATCH('/api/v1/activities/{activity_id}', {
          params: { path: { activity_id: activity.id } },
          body: { ...typed(), version: version ?? activity.version },
        }),
      ),
    onSaved: (saved) => {
      noteActivity(client, saved)
      toastDone(t('activities.changed'))
    },
    onRefused: form.setErrors,
    onStale: () => noteActivity(client, activity),
    compared: () => {
      const mine = typed()
      return [
        {
          key: 'note',
          name: t('activities.note'),
          opened: activity.note,
          mine: mine.note,
          now: (current) => current.note,
        },
        {
          key: 'happened_at',
          name: t('activities.happenedAt'),
          opened: activity.happened_at,
          mine: mine.happened_at,
          now: (current) => current.happened_at,
          words: dateTime,
        },
      ]
    },
  })
  useMade(save.saved, onClose)
  return (
    <>
      <FormDialog
        title={t('activities.change')}
        action={t('common.save')}
        dirty={form.isDirty() && !save.done}
        busy={save.busy}
        covered={save.covered}
        onSubmit={form.onSubmit(({ note }) => {
          if (!note.trim()) return form.setErrors({ note: t('common.required') })
          save.run(activity.version)
        })}
        onClose={onClose}
      >
        <Select
          label={t('activities.type')}
          allowDeselect={false}
          data={TYPES.map((value) => ({ value, label: t(`activities.types.${value}`) }))}
          {...form.getInputProps('activity_type')}
        />
        <Textarea
          label={t('activities.note')}
          autosize
          minRows={3}
          maxRows={12}
          maxLength={4000}
          data-autofocus
          {...form.getInputProps('note')}
        />
        <Select
          label={t('activities.outcome')}
          placeholder={t('activities.noOutcome')}
          clearable
          clearButtonProps={{ 'aria-label': t('common.clear') }}
          data={OUTCOMES.map((value) => ({ value, label: t(`activities.outcomes.${value}`) }))}
          value={form.values.outcome || null}
          error={form.errors.outcome}
          onChange={(value) => form.setFieldValue('outcome', (value ?? '') as Outcome | '')}
        />
        <TextInput
          type="datetime-local"
          label={t('activities.happenedAt')}
          {...form.getInputProps('happened_at')}
        />
      </FormDialog>
      {save.dialog}
    </>
  )
}
