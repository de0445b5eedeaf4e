import { Select, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useMutation } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'

import { api, intentKey } from '~/api/client'
import { isApiError, unwrap } from '~/api/problem'
import { useMade } from '~/lib/useMade'
import { FormDialog } from '~/ui/FormDialog'
import { toastProblem } from '~/ui/toast'
import type { Role } from '../types'
import classes from '../Admin.module.css'

interface Props {
  /** The role that is renamed; null makes a new one. */
  role: Role | null
  roles: readonly Role[]
  onDone: (name: string) => void
  onClose: () => void
}

const KEY = /^[A-Z][A-Z0-9_]{2,29}$/

/** `Petugas Loket` becomes `PETUGAS_LOKET`. */
export const roleKeyOf = (name: string) =>
  name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toUpperCase()
    .replace(/[^A-Z0-9]+/g, '_')
    .replace(/^[^A-Z]+|_+$/g, '')
    .slice(0, 30)

/** A role of the organisation's own: its names, and the role whose grants it begins with. */
export function RoleDialog({ role, roles, onDone, onClose }: Props) {
  const { t } = useTranslation()
  const intent = useRef(intentKey())
  const [own, setOwn] = useState(false)
  const form = useForm({ initialValues: { id: role?.names.id ?? '', en: role?.names.en ?? '', key: role?.key ?? '', copy_of: roles.find((each) => each.key === 'AGENT')?.key ?? roles[0]?.key ?? '' } })
  const save = useMutation({
    mutationFn: ({ id, en, key, copy_of }: typeof form.values) => {
      const names = { id: id.trim(), en: en.trim() || id.trim() }
      return role
        ? unwrap(api.PATCH('/api/v1/roles/{key}', { params: { path: { key: role.key } }, body: { version: role.version, names } }))
        : unwrap(api.POST('/api/v1/roles', { headers: { 'Idempotency-Key': intent.current }, body: { key, names, copy_of } }))
    },
    onError: (error) => {
      intent.current = intentKey()
      if (isApiError(error) && error.code === 'role_exists') form.setFieldError('key', t('admin.roleKeyTaken'))
      else toastProblem(error)
    },
  })
  useMade(save.data?.name, onDone)
  return (
    <FormDialog
      title={role ? t('admin.roleRename') : t('admin.roleCreate')}
      text={role ? undefined : t('admin.roleCreateText')}
      action={role ? t('common.save') : t('admin.roleCreate')}
      dirty={form.isDirty() && !save.isSuccess}
      busy={save.isPending}
      onClose={onClose}
      onSubmit={form.onSubmit((values) => {
        if (values.id.trim().length < 2) return form.setFieldError('id', t('common.required'))
        if (!role && !KEY.test(values.key)) return form.setFieldError('key', t('admin.roleKeyWrong'))
        save.mutate(values)
      })}
    >
      {!role && <Select label={t('admin.copyOf')} data={roles.filter((each) => !each.retired).map((each) => ({ value: each.key, label: each.name }))} {...form.getInputProps('copy_of')} />}
      <div className={classes.pair}>
        <TextInput
          label={t('admin.nameId')}
          maxLength={60}
          data-autofocus
          {...form.getInputProps('id')}
          onChange={(event) => {
            form.setFieldValue('id', event.currentTarget.value)
            if (!role && !own) form.setFieldValue('key', roleKeyOf(event.currentTarget.value))
          }}
        />
        <TextInput label={t('admin.nameEn')} placeholder={t('admin.sameAsName')} maxLength={60} {...form.getInputProps('en')} />
      </div>
      {!role && (
        <TextInput
          label={t('admin.key')}
          description={t('admin.roleKeyText')}
          maxLength={30}
          spellCheck={false}
          {...form.getInputProps('key')}
          onChange={(event) => {
            setOwn(true)
            form.setFieldValue('key', event.currentTarget.value.toUpperCase())
          }}
        />
      )}
    </FormDialog>
  )
}
