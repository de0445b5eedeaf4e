import { Checkbox, NumberInput, Select, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'

import { api } from '~/api/client'
import { unwrap } from '~/api/problem'
import { useMade } from '~/lib/useMade'
import { FormDialog } from '~/ui/FormDialog'
import { toastDone } from '~/ui/toast'
import { useVersionedSave } from '~/ui/useVersionedSave'
import type { Reason } from '../model'
import { salesKeys } from '../query'

const CODE = /^[A-Z][A-Z0-9_]{1,29}$/

/** Why something ends well or badly: its names, its code, and whether it can be chosen. */
export function ReasonDialog({ reason, onClose }: { reason?: Reason; onClose: () => void }) {
  const { t } = useTranslation()
  const client = useQueryClient()
  const form = useForm({
    initialValues: {
      code: reason?.code ?? '',
      outcome: (reason?.outcome ?? 'LOST') as string | null,
      id: reason?.names.id ?? '',
      en: reason?.names.en ?? '',
      position: (reason?.position ?? 0) as number | string,
      is_active: reason?.is_active ?? true,
    },
  })
  const renew = () => void client.invalidateQueries({ queryKey: salesKeys.reasons })
  const save = useVersionedSave({
    send: (version) => {
      const { code, outcome, id, en, position, is_active } = form.values
      const values = {
        names: { id: id.trim(), en: en.trim() || id.trim() },
        position: Number(position),
        is_active,
      }
      return reason && version
        ? unwrap(
            api.PUT('/api/v1/sales/reasons/{code}', {
              params: { path: { code: reason.code } },
              body: { ...values, version },
            }),
          )
        : unwrap(
            api.POST('/api/v1/sales/reasons', {
              body: { ...values, code, outcome: outcome as Reason['outcome'] },
            }),
          )
    },
    onSaved: (saved) => {
      renew()
      toastDone(t('salesSetup.saved', { name: saved.name }))
    },
    onStale: renew,
    onRefused: form.setErrors,
    fieldOf: (name) => name.split('.').at(-1) ?? name,
    answers: { sales_reason_exists: { code: t('salesSetup.codeTaken') } },
  })
  useMade(save.saved, onClose)
  const submit = form.onSubmit((values) => {
    if (values.id.trim().length < 2)
      return form.setErrors({ id: t('common.atLeast', { count: 2 }) })
    if (!CODE.test(values.code)) return form.setErrors({ code: t('salesSetup.codeWrong') })
    save.run(reason?.version)
  })
  return (
    <>
      <FormDialog
        title={
          reason ? t('salesSetup.reasonTitle', { name: reason.name }) : t('salesSetup.reasonMake')
        }
        action={t('common.save')}
        dirty={form.isDirty() && !save.done}
        busy={save.busy}
        covered={save.covered}
        onSubmit={submit}
        onClose={onClose}
      >
        <TextInput
          label={t('salesSetup.nameId')}
          maxLength={80}
          data-autofocus
          {...form.getInputProps('id')}
        />
        <TextInput
          label={t('salesSetup.nameEn')}
          placeholder={t('salesSetup.sameName')}
          maxLength={80}
          {...form.getInputProps('en')}
        />
        {!reason && (
          <>
            <Select
              label={t('salesSetup.columns.outcome')}
              data={(['LOST', 'WON'] as const).map((value) => ({
                value,
                label: t(`salesSetup.outcomes.${value}`),
              }))}
              {...form.getInputProps('outcome')}
            />
            <TextInput
              label={t('salesSetup.code')}
              maxLength={30}
              spellCheck={false}
              {...form.getInputProps('code')}
              onChange={(event) =>
                form.setFieldValue(
                  'code',
                  event.currentTarget.value.toUpperCase().replace(/[^A-Z0-9]+/g, '_'),
                )
              }
            />
          </>
        )}
        <NumberInput
          label={t('salesSetup.position')}
          min={0}
          max={999}
          allowDecimal={false}
          hideControls
          {...form.getInputProps('position')}
        />
        <Checkbox
          label={t('salesSetup.reasonActive')}
          {...form.getInputProps('is_active', { type: 'checkbox' })}
        />
      </FormDialog>
      {save.dialog}
    </>
  )
}
