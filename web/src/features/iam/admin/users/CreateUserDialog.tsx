import { Select, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'

import { api, intentKey } from '~/api/client'
import { formProblems, isApiError, unwrap } from '~/api/problem'
import { isProposal } from '~/lib/proposal'
import { useMade } from '~/lib/useMade'
import { FormDialog } from '~/ui/FormDialog'
import { useProposed } from '~/ui/Proposal'
import { toastDone, toastProblem } from '~/ui/toast'
import { adminKeys } from '../query'
import { BranchSelect, RoleChecks } from '../rights'
import type { Role } from '../types'
import { USERNAME, usernameOf } from '../username'
import classes from '../Admin.module.css'

interface Props {
  roles: readonly Role[]
  branches: readonly { code: string; name: string }[]
  onMade: (userId: string) => void
  onClose: () => void
}

/** A new colleague: who, what they may do, and where. The password comes by a link afterwards. */
export function CreateUserDialog({ roles, branches, onMade, onClose }: Props) {
  const { t } = useTranslation()
  const client = useQueryClient()
  const proposed = useProposed()
  const intent = useRef(intentKey())
  const [own, setOwn] = useState(false)
  const form = useForm({ initialValues: { full_name: '', username: '', email: '', language: 'id' as 'id' | 'en', roles: [] as string[], branches: [] as string[] } })
  const make = useMutation({
    mutationFn: ({ full_name, username, email, language, roles, branches }: typeof form.values) =>
      unwrap(
        api.POST('/api/v1/users', {
          headers: { 'Idempotency-Key': intent.current },
          body: { full_name: full_name.trim(), username, email: email.trim() || null, language, roles, scopes: branches.map((code) => ({ scope_type: 'BRANCH' as const, code })) },
        }),
      ),
    onSuccess: (user) => {
      if (proposed(user)) return
      client.setQueryData(adminKeys.user(user.id), user)
      void client.invalidateQueries({ queryKey: adminKeys.users })
      toastDone(t('admin.userCreated', { name: user.full_name }))
    },
    onError: (error) => {
      intent.current = intentKey()
      if (isApiError(error) && error.code === 'username_taken') form.setFieldError('username', t('admin.usernameTaken'))
      else if (isApiError(error) && error.status === 422) form.setErrors(formProblems(error))
      else toastProblem(error)
    },
  })
  useMade(make.data && !isProposal(make.data) ? make.data.id : undefined, onMade)
  useMade(make.data && isProposal(make.data) ? make.data.id : undefined, onClose)
  const submit = form.onSubmit((values) => {
    const wrong = {
      ...(values.full_name.trim().length < 2 && { full_name: t('common.required') }),
      ...(!USERNAME.test(values.username) && { username: t('admin.usernameWrong') }),
    }
    form.setErrors(wrong)
    if (Object.keys(wrong).length === 0) make.mutate(values)
  })
  return (
    <FormDialog title={t('admin.userCreate')} text={t('admin.userCreateText')} action={t('admin.userCreate')} dirty={form.isDirty() && !make.isSuccess} busy={make.isPending} size={560} onSubmit={submit} onClose={onClose}>
      <TextInput
        label={t('admin.fullName')}
        maxLength={120}
        data-autofocus
        {...form.getInputProps('full_name')}
        onChange={(event) => {
          const name = event.currentTarget.value
          form.setFieldValue('full_name', name)
          if (!own) form.setFieldValue('username', usernameOf(name))
        }}
      />
      <div className={classes.pair}>
        <TextInput
          label={t('admin.username')}
          maxLength={60}
          spellCheck={false}
          autoCapitalize="off"
          {...form.getInputProps('username')}
          onChange={(event) => {
            setOwn(true)
            form.setFieldValue('username', event.currentTarget.value.toLowerCase())
          }}
        />
        <TextInput label={t('admin.email')} type="email" maxLength={254} {...form.getInputProps('email')} />
      </div>
      <RoleChecks roles={roles} {...form.getInputProps('roles')} />
      <BranchSelect branches={branches} description={t('admin.branchesText')} {...form.getInputProps('branches')} />
      <Select label={t('admin.language')} data={[{ value: 'id', label: 'Indonesia' }, { value: 'en', label: 'English' }]} {...form.getInputProps('language')} />
    </FormDialog>
  )
}
