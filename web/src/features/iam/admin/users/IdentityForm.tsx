import { Button, Select, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'

import { api } from '~/api/client'
import { unwrap } from '~/api/problem'
import type { useStale } from '~/ui/useStale'
import type { User } from '../types'
import { usePerson } from './usePerson'
import classes from '../Admin.module.css'

interface Props {
  user: User
  stale: ReturnType<typeof useStale>
}

interface Values {
  full_name: string
  email: string
  language: 'id' | 'en'
}

const valuesOf = (user: User): Values => ({ full_name: user.full_name, email: user.email ?? '', language: user.language })

/** Name, address and language of an account. */
export function IdentityForm({ user, stale }: Props) {
  const { t } = useTranslation()
  const form = useForm({ initialValues: valuesOf(user) })
  // The newer state becomes what the form starts from; what is being typed stays.
  useEffect(() => {
    const next = valuesOf(user)
    const dirty = form.isDirty()
    form.setInitialValues(next)
    if (!dirty) form.setValues(next)
  }, [user])
  const save = usePerson<Values>({
    user,
    stale,
    run: ({ full_name, email, language }, version) =>
      unwrap(api.PATCH('/api/v1/users/{user_id}', { params: { path: { user_id: user.id } }, body: { version, full_name: full_name.trim(), email: email.trim() || null, language } })),
    done: () => t('admin.saved'),
    onDone: () => form.resetDirty(),
    onProposed: () => form.reset(),
    onFields: (fields) => form.setErrors(Object.fromEntries(Object.entries(fields).map(([field, messages]) => [field, messages[0]]))),
  })
  return (
    <form
      className={classes.form}
      noValidate
      onSubmit={form.onSubmit((values) => {
        if (values.full_name.trim().length < 2) return form.setFieldError('full_name', t('common.required'))
        save.go(values)
      })}
    >
      <TextInput label={t('admin.fullName')} maxLength={120} disabled={!user.can.update} {...form.getInputProps('full_name')} />
      <div className={classes.pair}>
        <TextInput label={t('admin.email')} type="email" maxLength={254} disabled={!user.can.update} {...form.getInputProps('email')} />
        <Select label={t('admin.language')} disabled={!user.can.update} data={[{ value: 'id', label: 'Indonesia' }, { value: 'en', label: 'English' }]} {...form.getInputProps('language')} />
      </div>
      {form.isDirty() && (
        <div style={{ display: 'flex', gap: 8 }}>
          <Button type="submit" loading={save.busy}>
            {t('common.save')}
          </Button>
          <Button variant="default" onClick={() => form.reset()}>
            {t('common.cancel')}
          </Button>
        </div>
      )}
    </form>
  )
}
