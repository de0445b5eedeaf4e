import { Select, Switch, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'

import { api, intentKey } from '~/api/client'
import { fieldProblems, isApiError, unwrap } from '~/api/problem'
import { useMade } from '~/lib/useMade'
import { FormDialog } from '~/ui/FormDialog'
import { toastDone, toastProblem } from '~/ui/toast'
import { standingVersion, useStale } from '~/ui/useStale'
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
  const stale = useStale()
  const intent = useRef(intentKey())
  const [head, setHead] = useState(branch?.head ?? null)
  const form = useForm({ initialValues: { code: branch?.code ?? '', name: branch?.name ?? '', city: branch?.city ?? '', phone: branch?.phone ?? '', time_zone: branch?.time_zone ?? 'Asia/Jakarta', is_active: branch?.is_active ?? true } })
  const dirty = form.isDirty() || head?.id !== branch?.head?.id
  const save = useMutation({
    mutationFn: async ({ version }: { version: number }): Promise<{ code: string }> => {
      const { code, name, city, phone, time_zone, is_active } = form.values
      const headers = { 'Idempotency-Key': intent.current }
      const words = { name: name.trim(), city: city.trim(), phone: phone.trim(), time_zone }
      if (branch) return unwrap(api.PATCH('/api/v1/organisation/branches/{code}', { params: { path: { code: branch.code } }, body: { version, ...words, is_active, head_user_id: head?.id ?? null } }))
      if (kind === 'branch') return unwrap(api.POST('/api/v1/organisation/branches', { headers, body: { code, ...words } }))
      return unwrap(api.POST('/api/v1/units', { headers, body: { code, name: words.name } }))
    },
    onSuccess: () => {
      toastDone(t('admin.saved'))
      void client.invalidateQueries({ queryKey: kind === 'unit' ? unitKeys.all : unitKeys.branches })
    },
    onError: (error) => {
      intent.current = intentKey()
      const standing = standingVersion(error)
      if (standing) return stale.ask({ version: standing.version, again: (version) => save.mutate({ version }) })
      if (isApiError(error) && (error.code === 'unit_exists' || error.code === 'branch_exists')) return form.setFieldError('code', t('admin.codeTaken'))
      if (isApiError(error) && error.status === 422) return form.setErrors(fieldProblems(error))
      toastProblem(error)
    },
  })
  useMade(save.data?.code, onDone)
  const title = branch ? t('admin.branchChange', { name: branch.name }) : t(kind === 'unit' ? 'admin.unitCreate' : 'admin.branchCreate')
  return (
    <>
      <FormDialog
        title={title}
        action={branch ? t('common.save') : title}
        dirty={dirty && !save.isSuccess}
        busy={save.isPending}
        covered={stale.dialog !== null}
        onClose={onClose}
        onSubmit={form.onSubmit((values) => {
          if (!branch && !CODE.test(values.code)) return form.setFieldError('code', t('admin.codeWrong'))
          if (values.name.trim().length < 2) return form.setFieldError('name', t('common.required'))
          save.mutate({ version: branch?.version ?? 0 })
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
      {stale.dialog}
    </>
  )
}
