import { Select } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'

import { api, intentKey } from '~/api/client'
import { isApiError, unwrap } from '~/api/problem'
import { KEY } from '~/lib/keyOf'
import { useMade } from '~/lib/useMade'
import { FormDialog } from '~/ui/FormDialog'
import { NamedKey } from '~/ui/NamedKey'
import { toastDone, toastProblem } from '~/ui/toast'
import { type Level, type LevelDetail, noteLevel } from './query'

interface Props {
  /** Given: it is called by another name. Not given: a new one is made. */
  level?: LevelDetail
  sources: readonly Level[]
  onDone: (key: string) => void
  onClose: () => void
}

const EMPTY = '-'

/** A new service level, empty or from another one's calendar, law and ladder; or another name for one. */
export function LevelDialog({ level, sources, onDone, onClose }: Props) {
  const { t } = useTranslation()
  const client = useQueryClient()
  const intent = useRef(intentKey())
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
  useMade(save.data?.key, onDone)
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
      <NamedKey
        form={form}
        named={level !== undefined}
        words={{ id: t('levels.nameId'), en: t('levels.nameEn'), sameName: t('levels.sameName'), key: t('levels.key'), keyText: t('levels.keyText') }}
      />
    </FormDialog>
  )
}
