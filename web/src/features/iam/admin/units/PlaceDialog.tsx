import { Select, Switch, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'

import { api, intentKey } from '~/api/client'
import { unwrap } from '~/api/problem'
import { useMade } from '~/lib/useMade'
import { FormDialog } from '~/ui/FormDialog'
import { toastDone } from '~/ui/toast'
import { useVersionedSave } from '~/ui/useVersionedSave'
import { PersonSelect } from '../PersonSelect'
import type { Branch } from '../types'
import { unitKeys } from './query'

interface Props {
  kind: 'unit' | 'branch'
  /** The branch that is changed; without it a new place is made. */
  branch: Branch | null
  onDone: (code: string) => void
  onClose: () => void
}

const CODE = /^[A-Z0-9][A-Z0-9_-]{1,19}$/
const ZONES = [
  { value: 'Asia/Jakarta', label: 'WIB (Asia/Jakarta)' },
  { value: 'Asia/Makassar', label: 'WITA (Asia/Makassar)' },
  { value: 'Asia/Jayapura', label: 'WIT (Asia/Jayapura)' },
]

/** A new unit or branch, or another name, head or zone for a branch. */
export function PlaceDialog({ kind, branch, onDone, onClose }: Props) {
  const { t } = useTranslation()
  const client = useQueryClient()
  const intent = useRef(intentKey())
  const [head, setHead] = useState(branch?.head ?? null)
  const form = useForm({ initialValues: { code: branch?.code ?? '', name: branch?.name ?? '', city: branch?.city ?? '', phone: branch?.phone ?? '', time_zone: branch?.time_zone ?? 'Asia/Jakarta', is_active: branch?.is_active ?? true } })
  const dirty = form.isDirty() || head?.id !== branch?.head?.id
  const save = useVersionedSave({
    send: async (version = 0): Promise<{ code: string }> => {
      const { code, name, city, phone, time_zone, is_active } = form.values
      const headers = { 'Idempotency-Key': intent.current }
      const words = { name: name.trim(), city: city.trim(), phone: phone.trim(), time_zone }
      if (branch) return unwrap(api.PATCH('/api/v1/organisation/branches/{code}', { params: { path: { code: branch.code } }, body: { version, ...words, is_active, head_user_id: head?.id ?? null } }))
      if (kind === 'branch') return unwrap(api.POST('/api/v1/organisation/branches', { headers, body: { code, ...words } }))
      return unwrap(api.POST('/api/v1/units', { headers, body: { code, name: words.name } }))
    },
    onSaved: () => {
      toastDone(t('admin.saved'))
      void client.invalidateQueries({ queryKey: kind === 'unit' ? unitKeys.all : unitKeys.branches })
    },
    onSettled: () => (intent.current = intentKey()),
    onRefused: form.setErrors,
    answers: { unit_exists: { code: t('admin.codeTaken') }, branch_exists: { code: t('admin.codeTaken') } },
    compared: () => [
      { key: 'name', name: t('admin.name'), opened: branch?.name, mine: form.values.name, now: (current) => current.name },
      { key: 'city', name: t('admin.city'), opened: branch?.city, mine: form.values.city, now: (current) => current.city },
      { key: 'phone', name: t('admin.officePhone'), opened: branch?.phone, mine: form.values.phone, now: (current) => current.phone },
      { key: 'time_zone', name: t('admin.zone'), opened: branch?.time_zone, mine: form.values.time_zone, now: (current) => current.time_zone },
      { key: 'is_active', name: t('admin.branchActive'), opened: branch?.is_active, mine: form.values.is_active, now: (current) => current.is_active, words: (on: boolean) => t(on ? 'common.yes' : 'common.no') },
    ],
  })
  useMade(save.saved?.code, onDone)
  const title = branch ? t('admin.branchChange', { name: branch.name }) : t(kind === 'unit' ? 'admin.unitCreate' : 'admin.branchCreate')
  return (
    <>
      <FormDialog
        title={title}
        action={branch ? t('common.save') : title}
        dirty={dirty && !save.done}
        busy={save.busy}
        covered={save.covered}
        onClose={onClose}
        onSubmit={form.onSubmit((values) => {
          if (!branch && !CODE.test(values.code)) return form.setFieldError('code', t('admin.codeWrong'))
          if (values.name.trim().length < 2) return form.setFieldError('name', t('common.required'))
          save.run(branch?.version)
        })}
      >
        <TextInput label={t('admin.name')} maxLength={80} data-autofocus {...form.getInputProps('name')} />
        {!branch && <TextInput label={t('admin.code')} description={t('admin.codeText')} maxLength={20} spellCheck={false} {...form.getInputProps('code')} onChange={(event) => form.setFieldValue('code', event.currentTarget.value.toUpperCase())} />}
        {kind === 'branch' && (
          <>
            <TextInput label={t('admin.city')} maxLength={80} {...form.getInputProps('city')} />
            <TextInput label={t('admin.officePhone')} maxLength={30} placeholder="(061) 415 5100" {...form.getInputProps('phone')} />
            <Select label={t('admin.zone')} data={ZONES} {...form.getInputProps('time_zone')} />
          </>
        )}
        {branch && (
          <>
            <PersonSelect label={t('admin.head')} description={t('admin.headText')} person={head} onChange={(id, full_name) => setHead(id ? { id, full_name, username: '' } : null)} />
            <Switch label={t('admin.branchActive')} description={t('admin.branchActiveText')} {...form.getInputProps('is_active', { type: 'checkbox' })} />
          </>
        )}
      </FormDialog>
      {save.dialog}
    </>
  )
}
