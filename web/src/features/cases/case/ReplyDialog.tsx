import { Checkbox, Select, Textarea, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'

import { api } from '~/api/client'
import { unwrap } from '~/api/problem'
import { FormDialog } from '~/ui/FormDialog'
import { toastDone } from '~/ui/toast'
import { useVersionedSave } from '~/ui/useVersionedSave'
import type { CaseOptions, Reply } from '../model'
import { repliesQuery } from '../query'
import classes from './case.module.css'

interface Props {
  /** The reply that is changed; a new one without it. */
  reply?: Reply
  tokens: readonly { key: string; name: string }[]
  categories: CaseOptions['categories']
  onClose: () => void
}

const ALL = '-'

/** A text with places that each case fills in itself. */
export function ReplyDialog({ reply, tokens, categories, onClose }: Props) {
  const { t } = useTranslation()
  const client = useQueryClient()
  const box = useRef<HTMLTextAreaElement>(null)
  const form = useForm({ initialValues: { title: reply?.title ?? '', body: reply?.body ?? '', category_code: reply?.category_code ?? ALL, shared: reply?.shared ?? false } })
  const save = useVersionedSave({
    send: (version) => {
      const { title, body, category_code, shared } = form.values
      const wanted = { title: title.trim(), body: body.trim(), category_code: category_code === ALL ? null : category_code, shared }
      return version && reply
        ? unwrap(api.PUT('/api/v1/case-replies/{reply_id}', { params: { path: { reply_id: reply.id } }, body: { ...wanted, version } }))
        : unwrap(api.POST('/api/v1/case-replies', { body: wanted }))
    },
    onSaved: () => {
      toastDone(t('cases.reply.saved'))
      void client.invalidateQueries({ queryKey: repliesQuery.queryKey })
    },
    onRefused: form.setErrors,
    compared: () => [
      { key: 'title', name: t('cases.reply.columns.title'), opened: reply?.title, mine: form.values.title, now: (current) => current.title },
      { key: 'body', name: t('cases.reply.body'), opened: reply?.body, mine: form.values.body, now: (current) => current.body },
    ],
  })
  useEffect(() => {
    if (save.done) onClose()
  }, [save.done])
  const insert = (key: string) => {
    const at = box.current?.selectionEnd ?? form.values.body.length
    form.setFieldValue('body', `${form.values.body.slice(0, at)}{{${key}}}${form.values.body.slice(at)}`)
    box.current?.focus()
  }
  const submit = form.onSubmit(({ title, body }) => {
    if (!title.trim()) return form.setFieldError('title', t('common.required'))
    if (!body.trim()) return form.setFieldError('body', t('common.required'))
    save.run(reply?.version)
  })
  return (
    <>
      <FormDialog
        title={t(reply ? 'cases.reply.changeTitle' : 'cases.reply.make')}
        action={t('common.save')}
        dirty={form.isDirty() && !save.done}
        busy={save.busy}
        covered={save.covered}
        onSubmit={submit}
        onClose={onClose}
      >
        <TextInput label={t('cases.reply.columns.title')} maxLength={120} data-autofocus {...form.getInputProps('title')} />
        <Textarea ref={box} label={t('cases.reply.body')} autosize minRows={5} maxRows={14} maxLength={5000} {...form.getInputProps('body')} />
        {tokens.length > 0 && (
          <div className={classes.tokens} role="group" aria-label={t('cases.reply.tokens')}>
            {tokens.map((each) => (
              <button key={each.key} type="button" title={`{{${each.key}}}`} onClick={() => insert(each.key)}>
                {each.name}
              </button>
            ))}
          </div>
        )}
        <Select
          label={t('cases.fields.category')}
          data={[{ value: ALL, label: t('common.all') }, ...categories.map((each) => ({ value: each.code, label: each.name }))]}
          {...form.getInputProps('category_code')}
        />
        <Checkbox label={t('cases.reply.sharedLabel')} {...form.getInputProps('shared', { type: 'checkbox' })} />
      </FormDialog>
      {save.dialog}
    </>
  )
}
