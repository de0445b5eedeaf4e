import { Button } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'

import { api } from '~/api/client'
import { isApiError, unwrap } from '~/api/problem'
import { Password } from '~/ui/Password'
import { toastDone, toastProblem } from '~/ui/toast'

export function PasswordForm({ username, onChanged }: { username: string; onChanged?: () => void }) {
  const { t } = useTranslation()
  const client = useQueryClient()
  const form = useForm({
    mode: 'uncontrolled',
    initialValues: { current_password: '', new_password: '', repeat: '' },
    validate: {
      current_password: (value) => (value ? null : t('common.required')),
      new_password: (value) => (value ? null : t('common.required')),
      repeat: (value, values) => (value === values.new_password ? null : t('iam.passwordMismatch')),
    },
  })
  const change = useMutation({
    mutationFn: (body: { current_password: string; new_password: string }) => unwrap(api.POST('/api/v1/me/password', { body })),
    onSuccess: () => {
      form.reset()
      toastDone(t('iam.passwordChanged'))
      void client.invalidateQueries({ queryKey: ['sessions'] })
      onChanged?.()
    },
    onError: (error) => {
      const fields = isApiError(error) ? Object.entries(error.fields) : []
      if (fields.length === 0) toastProblem(error)
      else form.setErrors(Object.fromEntries(fields.map(([name, messages]) => [name, messages.join(' ')])))
    },
  })
  return (
    <form
      onSubmit={form.onSubmit(({ current_password, new_password }) => change.mutate({ current_password, new_password }))}
      style={{ display: 'grid', gap: 12, maxWidth: 340 }}
    >
      <input type="text" name="username" autoComplete="username" value={username} readOnly hidden />
      <Password label={t('iam.currentPassword')} autoComplete="current-password" key={form.key('current_password')} {...form.getInputProps('current_password')} />
      <Password
        label={t('iam.newPassword')}
        description={t('iam.passwordRule')}
        autoComplete="new-password"
        key={form.key('new_password')}
        {...form.getInputProps('new_password')}
      />
      <Password label={t('iam.repeatPassword')} autoComplete="new-password" key={form.key('repeat')} {...form.getInputProps('repeat')} />
      <div>
        <Button type="submit" loading={change.isPending}>
          {t('iam.changePassword')}
        </Button>
      </div>
    </form>
  )
}
