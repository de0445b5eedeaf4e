import { Checkbox, NumberInput, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'

import { api } from '~/api/client'
import { unwrap } from '~/api/problem'
import { FormDialog } from '~/ui/FormDialog'
import { toastDone } from '~/ui/toast'
import { useVersionedSave } from '~/ui/useVersionedSave'
import { type Code, type CodeList, codesQuery } from './public/codes'

interface Props {
  list: CodeList
  /** The code that is changed; a new one without it. */
  code: Code | undefined
  onClose: () => void
}

const SHAPE = /^[A-Z][A-Z0-9_]{1,29}$/

/** One code of a list: its names, its place, and whether it can be chosen. The code itself is for good. */
export function CodeDialog({ list, code: entry, onClose }: Props) {
  const { t } = useTranslation()
  const client = useQueryClient()
  const form = useForm({
    initialValues: { id: entry?.names.id ?? '', en: entry?.names.en ?? '', code: entry?.code ?? '', position: entry?.position ?? 0, is_active: entry?.is_active ?? true },
  })
  const renew = () => void client.invalidateQueries({ queryKey: codesQuery.queryKey })
  const yes = (value: boolean) => t(value ? 'common.yes' : 'common.no')
  const save = useVersionedSave({
    send: (version) => {
      const { id, en, code, ...rest } = form.values
      const body = { ...rest, names: { id: id.trim(), en: en.trim() || id.trim() } }
      return version
        ? unwrap(api.PUT('/api/v1/customer-codes/{list_key}/{code}', { params: { path: { list_key: list, code } }, body: { ...body, version } }))
        : unwrap(api.POST('/api/v1/customer-codes', { body: { ...body, list, code } }))
    },
    onSaved: (saved) => {
      renew()
      toastDone(t('customers.codes.saved', { name: saved.name }))
      onClose()
    },
    onStale: renew,
    onRefused: form.setErrors,
    fieldOf: (name) => name.replace(/^(changes|names)\./, ''),
    answers: { code_exists: { code: t('customers.codes.taken') }, default_segment_stays: { is_active: t('customers.codes.stays') } },
    compared: () => [
      { key: 'id', name: t('customers.codes.nameId'), opened: entry?.names.id, mine: form.values.id, now: (current) => (current.names as Code['names'] | undefined)?.id },
      { key: 'en', name: t('customers.codes.nameEn'), opened: entry?.names.en, mine: form.values.en || form.values.id, now: (current) => (current.names as Code['names'] | undefined)?.en },
      { key: 'position', name: t('customers.codes.position'), opened: entry?.position, mine: form.values.position, now: (current) => current.position },
      { key: 'is_active', name: t('customers.codes.active'), opened: entry?.is_active, mine: form.values.is_active, now: (current) => current.is_active, words: yes },
    ],
  })
  return (
    <>
      <FormDialog
        title={entry ? t('customers.codes.change', { name: entry.name }) : t(`customers.codes.make.${list}`)}
        text={t('customers.codes.text')}
        action={t('common.save')}
        dirty={form.isDirty() && !save.done}
        busy={save.busy}
        covered={save.covered}
        onClose={onClose}
        onSubmit={form.onSubmit((values) => {
          if (values.id.trim().length < 2) return form.setFieldError('id', t('common.atLeast', { count: 2 }))
          if (!SHAPE.test(values.code)) return form.setFieldError('code', t('customers.codes.shape'))
          save.run(entry?.version)
        })}
      >
        <TextInput label={t('customers.codes.nameId')} maxLength={80} data-autofocus {...form.getInputProps('id')} />
        <TextInput label={t('customers.codes.nameEn')} maxLength={80} {...form.getInputProps('en')} />
        {!entry && (
          <TextInput
            label={t('customers.codes.code')}
            maxLength={30}
            spellCheck={false}
            {...form.getInputProps('code')}
            onChange={(event) => form.setFieldValue('code', event.currentTarget.value.toUpperCase().replace(/[^A-Z0-9]+/g, '_'))}
          />
        )}
        <NumberInput label={t('customers.codes.position')} min={0} max={999} hideControls {...form.getInputProps('position')} />
        <Checkbox label={t('customers.codes.active')} {...form.getInputProps('is_active', { type: 'checkbox' })} />
      </FormDialog>
      {save.dialog}
    </>
  )
}
