import { Textarea } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'

import { api } from '~/api/client'
import { unwrap } from '~/api/problem'
import { FormDialog } from '~/ui/FormDialog'
import { toastDone } from '~/ui/toast'
import { useVersionedSave } from '~/ui/useVersionedSave'
import { type Purpose, purposesQuery } from './query'

const LEAST = 20

/** The next version of a text; the one in force is where writing begins. */
export function WordingDialog({ purpose, onClose }: { purpose: Purpose; onClose: () => void }) {
  const { t, i18n } = useTranslation()
  const client = useQueryClient()
  const form = useForm({ initialValues: { text_id: purpose.wording?.text_id ?? '', text_en: purpose.wording?.text_en ?? '' } })
  const renew = () => void client.invalidateQueries({ queryKey: purposesQuery.queryKey })
  const save = useVersionedSave({
    send: (version) =>
      unwrap(
        api.POST('/api/v1/consent-purposes/{key}/wordings', {
          params: { path: { key: purpose.key } },
          body: { after: version ?? 0, text_id: form.values.text_id.trim(), text_en: form.values.text_en.trim() },
        }),
      ),
    onSaved: (made) => {
      renew()
      toastDone(t('consent.purposes.published', { number: made.number }))
      onClose()
    },
    onStale: renew,
    onRefused: form.setErrors,
    compared: () => [{ key: 'text_id', name: t('consent.purposes.textId'), opened: purpose.wording?.text_id, mine: form.values.text_id, now: (current) => current.text_id }],
  })
  return (
    <>
      <FormDialog
        title={t('consent.purposes.publishFor', { name: i18n.language === 'en' ? purpose.name_en : purpose.name_id })}
        text={t('consent.purposes.publishText')}
        action={t('consent.purposes.publish')}
        size={680}
        dirty={form.isDirty() && !save.done}
        busy={save.busy}
        covered={save.covered}
        onClose={onClose}
        onSubmit={form.onSubmit((values) => {
          if (!form.isDirty()) return form.setFieldError('text_id', t('consent.purposes.same'))
          for (const field of ['text_id', 'text_en'] as const) if (values[field].trim().length < LEAST) return form.setFieldError(field, t('common.atLeast', { count: LEAST }))
          save.run(purpose.wording?.number ?? 0)
        })}
      >
        <Textarea label={t('consent.purposes.textId')} autosize minRows={4} maxRows={14} maxLength={4000} data-autofocus {...form.getInputProps('text_id')} />
        <Textarea label={t('consent.purposes.textEn')} autosize minRows={4} maxRows={14} maxLength={4000} {...form.getInputProps('text_en')} />
      </FormDialog>
      {save.dialog}
    </>
  )
}
