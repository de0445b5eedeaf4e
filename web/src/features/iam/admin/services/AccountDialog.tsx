import { Textarea, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'

import { api, intentKey } from '~/api/client'
import { unwrap } from '~/api/problem'
import { isProposal, type Proposal } from '~/lib/proposal'
import { useMade } from '~/lib/useMade'
import { FormDialog } from '~/ui/FormDialog'
import { useProposed } from '~/ui/Proposal'
import { Problem } from '~/ui/states'
import { toastDone } from '~/ui/toast'
import { useVersionedSave } from '~/ui/useVersionedSave'
import { rolesQuery } from '../query'
import { BranchSelect, RoleChecks } from '../rights'
import type { ServiceAccount } from '../types'
import { useBranches } from '../useBranches'
import { USERNAME, usernameOf } from '../username'
import { noteAccount } from './query'

interface Props {
  /** The account to change; none: a new one is made. */
  account?: ServiceAccount
  onDone: (account: ServiceAccount) => void
  onClose: () => void
}

const NAME = 3
const PURPOSE = 10
/** What these decide is answered for by a person. */
const FOR_PEOPLE = ['ADMIN', 'COMPLIANCE']

/** What a program is called, what it is for, and what it may do where. */
export function AccountDialog({ account, onDone, onClose }: Props) {
  const { t } = useTranslation()
  const client = useQueryClient()
  const proposed = useProposed()
  const intent = useRef(intentKey())
  const [own, setOwn] = useState(false)
  const roles = useQuery(rolesQuery)
  const branches = useBranches()
  const before = {
    name: account?.name ?? '',
    username: account?.username ?? '',
    purpose: account?.purpose ?? '',
    roles: account?.roles.map((role) => role.key) ?? [],
    branches: account?.branches ?? [],
  }
  const form = useForm({ initialValues: before })
  const save = useVersionedSave({
    send: (version = 0): Promise<ServiceAccount | Proposal> => {
      const { values } = form
      const body = { ...values, name: values.name.trim(), purpose: values.purpose.trim() }
      if (!account) return unwrap(api.POST('/api/v1/service-accounts', { headers: { 'Idempotency-Key': intent.current }, body }))
      const { username: _, ...changes } = body
      // Only what was touched: somebody else may be changing the rest.
      const touched = Object.fromEntries(Object.entries(changes).filter(([field]) => form.isDirty(field)))
      return unwrap(api.PATCH('/api/v1/service-accounts/{account_id}', { params: { path: { account_id: account.id } }, body: { ...touched, version } }))
    },
    onSaved: (next) => {
      if (proposed(next)) return
      noteAccount(client, next)
      toastDone(t('services.saved', { name: next.name }))
    },
    onSettled: () => (intent.current = intentKey()),
    onRefused: form.setErrors,
    fieldOf: (name) => name.split('.')[0] ?? name,
    answers: { username_taken: { username: t('admin.usernameTaken') } },
  })
  useMade(save.saved && !isProposal(save.saved) ? save.saved : undefined, onDone)
  useMade(save.saved && isProposal(save.saved) ? save.saved : undefined, onClose)
  const submit = form.onSubmit((values) => {
    const wrong = {
      ...(values.name.trim().length < NAME && { name: t('common.atLeast', { count: NAME }) }),
      ...(!account && !USERNAME.test(values.username) && { username: t('admin.usernameWrong') }),
      ...(values.purpose.trim().length < PURPOSE && { purpose: t('common.atLeast', { count: PURPOSE }) }),
      ...(values.roles.length === 0 && { roles: t('services.rolesNeeded') }),
    }
    if (Object.keys(wrong).length > 0) return form.setErrors(wrong)
    save.run(account?.version)
  })
  const offered = (roles.data?.items ?? []).filter((role) => !FOR_PEOPLE.includes(role.key) && (!role.retired || before.roles.includes(role.key)))
  return (
    <FormDialog
      title={account ? t('services.change', { name: account.name }) : t('services.make')}
      text={account ? undefined : t('services.makeText')}
      action={account ? t('common.save') : t('services.make')}
      dirty={form.isDirty() && !save.done}
      busy={save.busy}
      blocked={account !== undefined && !form.isDirty()}
      size={560}
      covered={save.covered}
      onSubmit={submit}
      onClose={onClose}
    >
      <TextInput
        label={t('services.name')}
        description={t('services.nameText')}
        maxLength={80}
        data-autofocus
        {...form.getInputProps('name')}
        onChange={(event) => {
          const name = event.currentTarget.value
          form.setFieldValue('name', name)
          if (!account && !own) form.setFieldValue('username', usernameOf(name))
        }}
      />
      {!account && (
        <TextInput
          label={t('admin.username')}
          description={t('services.usernameText')}
          maxLength={60}
          spellCheck={false}
          autoCapitalize="off"
          {...form.getInputProps('username')}
          onChange={(event) => {
            setOwn(true)
            form.setFieldValue('username', event.currentTarget.value.toLowerCase())
          }}
        />
      )}
      <Textarea label={t('services.purpose')} description={t('services.purposeText')} autosize minRows={2} maxLength={300} {...form.getInputProps('purpose')} />
      {roles.isError && <Problem error={roles.error} onRetry={() => void roles.refetch()} />}
      <RoleChecks roles={offered} description={t('services.rolesText')} {...form.getInputProps('roles')} />
      <BranchSelect branches={branches} description={t('services.branchesText')} {...form.getInputProps('branches')} />
      {save.dialog}
    </FormDialog>
  )
}
