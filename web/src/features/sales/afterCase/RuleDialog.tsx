import { Checkbox, MultiSelect, NumberInput, Textarea, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'

import { api } from '~/api/client'
import { unwrap } from '~/api/problem'
import { useMade } from '~/lib/useMade'
import { FormDialog } from '~/ui/FormDialog'
import { toastDone } from '~/ui/toast'
import { useVersionedSave } from '~/ui/useVersionedSave'
import { type AfterCaseRule, afterCaseKeys } from './query'

interface Props {
  rule?: AfterCaseRule
  categories: readonly { code: string; name: string }[]
  onClose: () => void
}

/** A rule: after which cases, which task, and until when. */
export function RuleDialog({ rule, categories, onClose }: Props) {
  const { t } = useTranslation()
  const client = useQueryClient()
  const form = useForm({
    initialValues: {
      name_id: rule?.name_id ?? '',
      name_en: rule?.name_en ?? '',
      task_title: rule?.task_title ?? '',
      task_notes: rule?.task_notes ?? '',
      categories: rule?.categories.map((each) => each.code) ?? [],
      due_in_days: (rule?.due_in_days ?? 3) as number | string,
      position: (rule?.position ?? 100) as number | string,
      is_active: rule?.is_active ?? true,
    },
  })
  const renew = () => void client.invalidateQueries({ queryKey: afterCaseKeys.rules })
  const save = useVersionedSave({
    send: (version) => {
      const { name_id, name_en, due_in_days, position, ...rest } = form.values
      const body = {
        ...rest,
        name_id: name_id.trim(),
        name_en: name_en.trim() || name_id.trim(),
        due_in_days: Number(due_in_days),
        position: Number(position),
      }
      return rule && version
        ? unwrap(
            api.PATCH('/api/v1/after-case/rules/{rule_id}', {
              params: { path: { rule_id: rule.id } },
              body: { ...body, version },
            }),
          )
        : unwrap(api.POST('/api/v1/after-case/rules', { body }))
    },
    onSaved: (saved) => {
      renew()
      toastDone(t('afterCase.saved', { name: saved.name }))
    },
    onStale: renew,
    onRefused: form.setErrors,
    fieldOf: (name) => name.split('.')[0] ?? name,
  })
  useMade(save.saved, onClose)
  const submit = form.onSubmit((values) => {
    const short = (text: string) => text.trim().length < 3
    if (short(values.name_id)) return form.setErrors({ name_id: t('common.atLeast', { count: 3 }) })
    if (short(values.task_title))
      return form.setErrors({ task_title: t('common.atLeast', { count: 3 }) })
    save.run(rule?.version)
  })
  return (
    <>
      <FormDialog
        title={rule ? t('afterCase.change', { name: rule.name }) : t('afterCase.make')}
        action={t('common.save')}
        dirty={form.isDirty() && !save.done}
        busy={save.busy}
        covered={save.covered}
        onSubmit={submit}
        onClose={onClose}
      >
        <TextInput
          label={t('afterCase.fields.name_id')}
          maxLength={80}
          data-autofocus
          {...form.getInputProps('name_id')}
        />
        <TextInput
          label={t('afterCase.fields.name_en')}
          maxLength={80}
          {...form.getInputProps('name_en')}
        />
        <TextInput
          label={t('afterCase.fields.task')}
          maxLength={200}
          {...form.getInputProps('task_title')}
        />
        <Textarea
          label={t('afterCase.fields.notes')}
          maxLength={2000}
          autosize
          minRows={2}
          maxRows={8}
          {...form.getInputProps('task_notes')}
        />
        <MultiSelect
          label={t('afterCase.fields.categories')}
          description={t('afterCase.categoriesText')}
          data={categories.map((each) => ({ value: each.code, label: each.name }))}
          searchable
          {...form.getInputProps('categories')}
        />
        <NumberInput
          label={t('afterCase.fields.due')}
          min={0}
          max={90}
          allowDecimal={false}
          hideControls
          {...form.getInputProps('due_in_days')}
        />
        <NumberInput
          label={t('afterCase.fields.position')}
          min={0}
          max={1000}
          allowDecimal={false}
          hideControls
          {...form.getInputProps('position')}
        />
        <Checkbox
          label={t('afterCase.fields.active')}
          {...form.getInputProps('is_active', { type: 'checkbox' })}
        />
      </FormDialog>
      {save.dialog}
    </>
  )
}
