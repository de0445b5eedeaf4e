import { Select, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'

import { api, intentKey } from '~/api/client'
import { isApiError, unwrap } from '~/api/problem'
import { keyOf } from '~/lib/keyOf'
import { FormDialog } from '~/ui/FormDialog'
import { toastDone, toastProblem } from '~/ui/toast'
import { type Level, type LevelDetail, noteLevel } from './query'

interface Props {
  /** Given: it is called by another name. Not given: a new one is made. */
  level?: LevelDetail
  sources: readonly Level[]
  onDone: (key: string) => void
  onClose: () => void
}

const KEY = /^[a-z][a-z0-9-]{1,38}[a-z0-9]$/
const EMPTY = '-'

/** A new service level, empty or from another one's calendar, law and ladder; or another name for one. */
export function LevelDialog({ level, sources, onDone, onClose }: Props) {
  const { t } = useTranslation()
  const client = useQueryClient()
  const intent = useRef(intentKey())
  const [ownKey, setOwnKey] = useState(false)
  const form = useForm({ initialValues: { copy_of: sources[0]?.key ?? EMPTY, id: level?.titles.id ?? '', en: level?.titles.en ?? '', key: level?.key ?? '' } })
  const save = useMutation({
    mutationFn: ({ copy_of, id, en, key }: typeof form.values) => {
      const title = { id: id.trim(), en: en.trim() || id.trim() }
      return level
        ? unwrap(api.PUT('/api/v1/sla-policies/{key}', { params: { path: { key } }, body: { title, version: level.version } }))
        : unwrap(api.POST('/api/v1/sla-policies', { headers: { 'Idempotency-Key': intent.current }, body: { key, title, copy_of: copy_of === EMPTY ? null : copy_of } }))
    },
    onSuccess: (made) => {
      noteLevel(client, made)
      toastDone(t(level ? 'levels.renamed' : 'levels.made'))
    },
    onError: (error) => {
      intent.current = intentKey()
      if (isApiError(error) && error.code === 'service_level_exists') form.setFieldError('key', t('levels.keyTaken'))
      else toastProblem(error)
    },
  })
  const done = save.data?.key
  // After the form has become clean: until then it would ask whether to leave.
  useEffect(() => {
    if (done) onDone(done)
  }, [done])
  const submit = form.onSubmit((values) => {
    if (values.id.trim().length < 2) return form.setFieldError('id', t('common.required'))
    if (!KEY.test(values.key)) return form.setFieldError('key', t('levels.keyWrong'))
    save.mutate(values)
  })
  return (
    <FormDialog
      title={t(level ? 'levels.rename' : 'levels.make')}
      text={level ? undefined : t('levels.makeText')}
      action={t(level ? 'common.save' : 'levels.make')}
      dirty={form.isDirty() && !save.isSuccess}
      busy={save.isPending}
      onSubmit={submit}
      onClose={onClose}
    >
      {!level && (
        <Select
          label={t('levels.copyOf')}
          data={[...sources.map((each) => ({ value: each.key, label: each.title })), { value: EMPTY, label: t('levels.copyNone') }]}
          {...form.getInputProps('copy_of')}
        />
      )}
      <TextInput
        label={t('levels.nameId')}
        maxLength={80}
        data-autofocus
        {...form.getInputProps('id')}
        onChange={(event) => {
          const id = event.currentTarget.value
          form.setFieldValue('id', id)
          if (!ownKey && !level) form.setFieldValue('key', keyOf(id))
        }}
      />
      <TextInput label={t('levels.nameEn')} placeholder={t('levels.sameName')} maxLength={80} {...form.getInputProps('en')} />
      {!level && (
        <TextInput
          label={t('levels.key')}
          description={t('levels.keyText')}
          maxLength={40}
          spellCheck={false}
          {...form.getInputProps('key')}
          onChange={(event) => {
            setOwnKey(true)
            form.setFieldValue('key', event.currentTarget.value)
          }}
        />
      )}
    </FormDialog>
  )
}
