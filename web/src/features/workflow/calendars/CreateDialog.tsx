import { Select } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'

import { api, intentKey } from '~/api/client'
import { hasStatus, isApiError, unwrap } from '~/api/problem'
import { KEY } from '~/lib/keyOf'
import { useMade } from '~/lib/useMade'
import { FormDialog } from '~/ui/FormDialog'
import { NamedKey } from '~/ui/NamedKey'
import { toastDone, toastProblem } from '~/ui/toast'
import { calendarKeys } from './query'

interface Props {
  sources: { key: string; title: string }[]
  source: string | undefined
  onMade: (key: string) => void
  onClose: () => void
}

/** A new calendar always starts as a copy: nobody begins with an empty week. */
export function CreateDialog({ sources, source, onMade, onClose }: Props) {
  const { t } = useTranslation()
  const client = useQueryClient()
  const intent = useRef(intentKey())
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
  useMade(make.data?.key, onMade)
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
      <NamedKey
        form={form}
        words={{ id: t('calendars.titleId'), en: t('calendars.titleEn'), sameName: t('calendars.sameAsName'), key: t('calendars.key'), keyText: t('calendars.keyText') }}
      />
    </FormDialog>
  )
}
