import { Select, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'

import { api } from '~/api/client'
import { fieldProblems, isApiError, unwrap } from '~/api/problem'
import { useMade } from '~/lib/useMade'
import { FormDialog } from '~/ui/FormDialog'
import { toastProblem } from '~/ui/toast'
import { CHANNELS, PURPOSES, renewTemplate, type Template } from './query'

interface Props {
  onClose: () => void
  onMade: (templateId: string) => void
}

/** A key of small letters out of a name. */
const keyOf = (name: string) => name.toLowerCase().replace(/[^a-z0-9]+/g, '_').replace(/^[^a-z]+|_+$/g, '').slice(0, 60)

/** What a new template is called, and what it is for; its words come next. */
export function CreateDialog({ onClose, onMade }: Props) {
  const { t } = useTranslation()
  const client = useQueryClient()
  const form = useForm({ initialValues: { name: '', key: '', channel: 'EMAIL' as Template['channel'], purpose: 'SERVICE' as Template['purpose'] } })
  const save = useMutation({
    mutationFn: () => unwrap(api.POST('/api/v1/message-templates', { body: { ...form.values, name: form.values.name.trim(), key: form.values.key || keyOf(form.values.name) } })),
    onSuccess: (made) => renewTemplate(client, made),
    onError: (error) => {
      const fields = fieldProblems(error)
      if (isApiError(error) && error.code === 'template_key_taken') form.setFieldError('key', error.title)
      else if (Object.keys(fields).length > 0) form.setErrors(fields)
      else toastProblem(error)
    },
  })
  useMade(save.data?.id, onMade)
  return (
    <FormDialog
      title={t('templates.make')}
      text={t('templates.makeText')}
      action={t('templates.makeAct')}
      dirty={form.isDirty() && !save.isSuccess}
      busy={save.isPending}
      onClose={onClose}
      onSubmit={form.onSubmit((values) => {
        if (values.name.trim().length < 3) return form.setFieldError('name', t('common.atLeast', { count: 3 }))
        save.mutate()
      })}
    >
      <TextInput label={t('templates.fields.name')} maxLength={120} data-autofocus {...form.getInputProps('name')} />
      <Select label={t('templates.channel')} allowDeselect={false} data={CHANNELS.map((value) => ({ value, label: t(`templates.channels.${value}`) }))} {...form.getInputProps('channel')} />
      <Select label={t('templates.purpose')} allowDeselect={false} data={PURPOSES.map((value) => ({ value, label: t(`templates.purposes.${value}`) }))} {...form.getInputProps('purpose')} />
      <TextInput label={t('templates.fields.key')} description={t('templates.fields.keyHint')} placeholder={keyOf(form.values.name)} maxLength={60} {...form.getInputProps('key')} />
    </FormDialog>
  )
}
