import { Checkbox, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'

import { api } from '~/api/client'
import { unwrap } from '~/api/problem'
import { FormDialog } from '~/ui/FormDialog'
import { toastDone } from '~/ui/toast'
import { useVersionedSave } from '~/ui/useVersionedSave'
import { type Purpose, purposesQuery } from './query'

const SHAPE = /^[A-Z][A-Z0-9_]{1,29}$/

/** How a purpose is called, whether its grants wait, and whether it is asked about. Its key is for good. */
export function PurposeDialog({ purpose, onClose }: { purpose: Purpose | undefined; onClose: () => void }) {
  const { t } = useTranslation()
  const client = useQueryClient()
  const form = useForm({
    initialValues: { key: '', name_id: purpose?.name_id ?? '', name_en: purpose?.name_en ?? '', needs_approval: purpose?.needs_approval ?? false, is_active: purpose?.is_active ?? true },
  })
  const renew = () => void client.invalidateQueries({ queryKey: purposesQuery.queryKey })
  const yes = (value: boolean) => t(value ? 'common.yes' : 'common.no')
  const save = useVersionedSave({
    send: (version) => {
      const { key, is_active, needs_approval } = form.values
      const names = { name_id: form.values.name_id.trim(), name_en: form.values.name_en.trim() || form.values.name_id.trim() }
      return purpose && version
        ? unwrap(api.PATCH('/api/v1/consent-purposes/{key}', { params: { path: { key: purpose.key } }, body: { ...names, is_active, needs_approval, version } }))
        : unwrap(api.POST('/api/v1/consent-purposes', { body: { ...names, key, needs_approval } }))
    },
    onSaved: (saved) => {
      renew()
      toastDone(t('consent.purposes.saved', { name: saved.name_id }))
      onClose()
    },
    onStale: renew,
    onRefused: form.setErrors,
    compared: () => [
      { key: 'name_id', name: t('consent.purposes.nameId'), opened: purpose?.name_id, mine: form.values.name_id, now: (current) => current.name_id },
      { key: 'name_en', name: t('consent.purposes.nameEn'), opened: purpose?.name_en, mine: form.values.name_en, now: (current) => current.name_en },
      { key: 'needs_approval', name: t('consent.purposes.needsApproval'), opened: purpose?.needs_approval, mine: form.values.needs_approval, now: (current) => current.needs_approval, words: yes },
      { key: 'is_active', name: t('consent.purposes.active'), opened: purpose?.is_active, mine: form.values.is_active, now: (current) => current.is_active, words: yes },
    ],
  })
  return (
    <>
      <FormDialog
        title={purpose ? t('consent.purposes.change', { name: purpose.name_id }) : t('consent.purposes.make')}
        action={t('common.save')}
        dirty={form.isDirty() && !save.done}
        busy={save.busy}
        covered={save.covered}
        onClose={onClose}
        onSubmit={form.onSubmit((values) => {
          if (values.name_id.trim().length < 3) return form.setFieldError('name_id', t('common.atLeast', { count: 3 }))
          if (!purpose && !SHAPE.test(values.key)) return form.setFieldError('key', t('consent.purposes.shape'))
          save.run(purpose?.version)
        })}
      >
        <TextInput label={t('consent.purposes.nameId')} maxLength={80} data-autofocus {...form.getInputProps('name_id')} />
        <TextInput label={t('consent.purposes.nameEn')} maxLength={80} {...form.getInputProps('name_en')} />
        {!purpose && (
          <TextInput
            label={t('consent.purposes.key')}
            description={t('consent.purposes.keyText')}
            maxLength={30}
            spellCheck={false}
            {...form.getInputProps('key')}
            onChange={(event) => form.setFieldValue('key', event.currentTarget.value.toUpperCase().replace(/[^A-Z0-9]+/g, '_'))}
          />
        )}
        <Checkbox label={t('consent.purposes.needsApproval')} {...form.getInputProps('needs_approval', { type: 'checkbox' })} />
        {purpose && <Checkbox label={t('consent.purposes.active')} {...form.getInputProps('is_active', { type: 'checkbox' })} />}
      </FormDialog>
      {save.dialog}
    </>
  )
}
