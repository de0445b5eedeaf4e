import { Select, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'

import { api, intentKey } from '~/api/client'
import { hasStatus, isApiError, unwrap } from '~/api/problem'
import { keyOf } from '~/lib/keyOf'
import { FormDialog } from '~/ui/FormDialog'
import { toastDone, toastProblem } from '~/ui/toast'
import { calendarKeys } from './query'

interface Props {
  sources: { key: string; title: string }[]
  source: string | undefined
  onMade: (key: string) => void
  onClose: () => void
}

const KEY = /^[a-z][a-z0-9-]{1,38}[a-z0-9]$/

/** A new calendar always starts as a copy: nobody begins with an empty week. */
export function CreateDialog({ sources, source, onMade, onClose }: Props) {
  const { t } = useTranslation()
  const client = useQueryClient()
  const intent = useRef(intentKey())
  const [ownKey, setOwnKey] = useState(false)
  const form = useForm({ initialValues: { copy_of: source ?? sources[0]?.key ?? '', id: '', en: '', key: '' } })
  const make = useMutation({
    mutationFn: ({ copy_of, id, en, key }: typeof form.values) =>
      unwrap(
        api.POST('/api/v1/calendars', {
          headers: { 'Idempotency-Key': intent.current },
          body: { key, copy_of, title: { id: id.trim(), en: en.trim() } },
        }),
      ),
    onSuccess: () => {
      toastDone(t('calendars.created'))
      void client.invalidateQueries({ queryKey: calendarKeys.all })
    },
    onError: (error) => {
      intent.current = intentKey()
      if (hasStatus(error, 409) && isApiError(error) && error.code === 'calendar_exists') form.setFieldError('key', t('calendars.keyTaken'))
      else toastProblem(error)
    },
  })
  // After the form has become clean: until then it would ask whether to leave.
  const made = make.data?.key
  useEffect(() => {
    if (made) onMade(made)
  }, [made])
  const submit = form.onSubmit((values) => {
    if (!values.id.trim()) return form.setFieldError('id', t('common.required'))
    if (!KEY.test(values.key)) return form.setFieldError('key', t('calendars.keyWrong'))
    make.mutate(values)
  })
  return (
    <FormDialog
      title={t('calendars.create')}
      text={t('calendars.createText')}
      action={t('calendars.create')}
      dirty={Boolean(form.values.id || form.values.en) && !make.isSuccess}
      busy={make.isPending}
      onSubmit={submit}
      onClose={onClose}
    >
      <Select label={t('calendars.copyOf')} data={sources.map((each) => ({ value: each.key, label: each.title }))} {...form.getInputProps('copy_of')} />
      <TextInput
        label={t('calendars.titleId')}
        maxLength={80}
        data-autofocus
        {...form.getInputProps('id')}
        onChange={(event) => {
          const id = event.currentTarget.value
          form.setFieldValue('id', id)
          if (!ownKey) form.setFieldValue('key', keyOf(id))
        }}
      />
      <TextInput label={t('calendars.titleEn')} placeholder={t('calendars.sameAsName')} maxLength={80} {...form.getInputProps('en')} />
      <TextInput
        label={t('calendars.key')}
        description={t('calendars.keyText')}
        maxLength={40}
        spellCheck={false}
        autoCapitalize="off"
        {...form.getInputProps('key')}
        onChange={(event) => {
          setOwnKey(true)
          form.setFieldValue('key', event.currentTarget.value)
        }}
      />
    </FormDialog>
  )
}
