import { Checkbox, NumberInput, TextInput } from '@mantine/core'
import { useForm, type UseFormReturnType } from '@mantine/form'
import { useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useEffect } from 'react'
import { useTranslation } from 'react-i18next'

import { FormDialog } from '~/ui/FormDialog'
import { toastDone } from '~/ui/toast'
import { useVersionedSave } from '~/ui/useVersionedSave'
import classes from './setup.module.css'

/** What every entry of a catalogue has. */
interface Entry {
  code: string
  names: { id: string; en: string }
  name: string
  position: number
  is_active: boolean
  version: number
}

interface Common {
  code: string
  id: string
  en: string
  position: number
  is_active: boolean
}

/** The form's values as they are sent: names in both languages, the code apart. */
export type Sent<Own> = Omit<Own, 'code'> & { names: { id: string; en: string }; position: number; is_active: boolean }

interface Props<Own extends object> {
  /** The entry that is changed; a new one without it. */
  entry: Entry | undefined
  title: string
  active: string
  /** What this catalogue asks beside the common fields. */
  own: Own
  listKey: readonly string[]
  /** The code of the refusal that says that another entry has this code. */
  taken: string
  save: (code: string, body: Sent<Own>, version: number | undefined) => Promise<{ name: string }>
  fields?: (form: UseFormReturnType<Common & Own>) => ReactNode
  marks?: (form: UseFormReturnType<Common & Own>) => ReactNode
  onClose: () => void
}

const CODE = /^[A-Z][A-Z0-9_]{1,29}$/

/** An entry of a catalogue: its names, its code, its place, whether it can be chosen, and what is its own. */
export function CatalogueDialog<Own extends object>({ entry, title, active, own, listKey, taken, save: send, fields, marks, onClose }: Props<Own>) {
  const { t } = useTranslation()
  const client = useQueryClient()
  const common: Common = { code: entry?.code ?? '', id: entry?.names.id ?? '', en: entry?.names.en ?? '', position: entry?.position ?? 0, is_active: entry?.is_active ?? true }
  const form = useForm<Common & Own>({ initialValues: { ...common, ...own } })
  const input = (field: keyof Common, options?: { type: 'checkbox' }) => form.getInputProps(field as Parameters<typeof form.getInputProps>[0], options)
  const wrong = (field: keyof Common, message: string) => form.setErrors({ [field]: message } as never)
  const renew = () => void client.invalidateQueries({ queryKey: listKey })
  const save = useVersionedSave({
    send: (version) => {
      const { code, id, en, ...rest } = form.values as Common & Own
      return send(code, { ...rest, names: { id: id.trim(), en: en.trim() || id.trim() } } as unknown as Sent<Own>, version)
    },
    onSaved: (saved) => {
      renew()
      toastDone(t('levels.categorySaved', { name: saved.name }))
    },
    onStale: renew,
    onRefused: (fields) => form.setErrors(fields as never),
    fieldOf: (name) => name.split('.').at(-1) ?? name,
    answers: { [taken]: { code: t('levels.codeTaken') } },
  })
  useEffect(() => {
    if (save.done) onClose()
  }, [save.done])
  const submit = form.onSubmit((values) => {
    if (values.id.trim().length < 2) return wrong('id', t('common.atLeast', { count: 2 }))
    if (!CODE.test(values.code)) return wrong('code', t('levels.codeWrong'))
    save.run(entry?.version)
  })
  return (
    <>
      <FormDialog title={title} action={t('common.save')} dirty={form.isDirty() && !save.done} busy={save.busy} covered={save.covered} onSubmit={submit} onClose={onClose}>
        <div className={classes.pair}>
          <TextInput label={t('levels.nameId')} maxLength={80} data-autofocus {...input('id')} />
          <TextInput label={t('levels.nameEn')} placeholder={t('levels.sameName')} maxLength={80} {...input('en')} />
          {!entry && (
            <TextInput
              label={t('levels.code')}
              maxLength={30}
              spellCheck={false}
              {...input('code')}
              onChange={(event) => form.setFieldValue('code' as never, event.currentTarget.value.toUpperCase().replace(/[^A-Z0-9]+/g, '_') as never)}
            />
          )}
          {fields?.(form)}
          <NumberInput label={t('levels.position')} min={0} max={999} hideControls {...input('position')} />
        </div>
        {marks?.(form)}
        <Checkbox label={active} {...input('is_active', { type: 'checkbox' })} />
      </FormDialog>
      {save.dialog}
    </>
  )
}
