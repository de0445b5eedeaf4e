import { Checkbox, NumberInput, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'

import { api } from '~/api/client'
import { unwrap } from '~/api/problem'
import { useMade } from '~/lib/useMade'
import { FormDialog } from '~/ui/FormDialog'
import { toastDone } from '~/ui/toast'
import { useVersionedSave } from '~/ui/useVersionedSave'
import type { StageRow } from '../model'
import { salesKeys } from '../query'

/** A stage's names, its chance and its place; the ends keep their chances. */
export function StageDialog({ stage, onClose }: { stage: StageRow; onClose: () => void }) {
  const { t } = useTranslation()
  const client = useQueryClient()
  const form = useForm({
    initialValues: {
      id: stage.names.id,
      en: stage.names.en,
      probability: stage.probability as number | string,
      position: stage.position as number | string,
      is_active: stage.is_active,
    },
  })
  const renew = () => {
    void client.invalidateQueries({ queryKey: salesKeys.stages })
    void client.invalidateQueries({ queryKey: salesKeys.opportunities })
    void client.invalidateQueries({ queryKey: salesKeys.forecasts })
  }
  const yesNo = (value: boolean) => t(value ? 'common.yes' : 'common.no')
  const save = useVersionedSave({
    send: (version) => {
      const { id, en, probability, position, is_active } = form.values
      const names = { id: id.trim(), en: en.trim() || id.trim() }
      return unwrap(
        api.PUT('/api/v1/sales/stages/{stage}', {
          params: { path: { stage: stage.stage } },
          body: {
            version: version ?? stage.version,
            names,
            probability: Number(probability),
            position: Number(position),
            is_active,
          },
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
    compared: () => [
      {
        key: 'id',
        name: t('salesSetup.nameId'),
        opened: stage.names.id,
        mine: form.values.id,
        now: (current) => (current.names as StageRow['names'] | undefined)?.id,
      },
      {
        key: 'probability',
        name: t('salesSetup.columns.probability'),
        opened: stage.probability,
        mine: form.values.probability,
        now: (current) => current.probability,
      },
      {
        key: 'position',
        name: t('salesSetup.position'),
        opened: stage.position,
        mine: form.values.position,
        now: (current) => current.position,
      },
      {
        key: 'is_active',
        name: t('salesSetup.used'),
        opened: stage.is_active,
        mine: form.values.is_active,
        now: (current) => current.is_active,
        words: yesNo,
      },
    ],
  })
  useMade(save.saved, onClose)
  const submit = form.onSubmit((values) => {
    if (values.id.trim().length < 2)
      return form.setErrors({ id: t('common.atLeast', { count: 2 }) })
    if (values.probability === '') return form.setErrors({ probability: t('common.required') })
    save.run(stage.version)
  })
  return (
    <>
      <FormDialog
        title={t('salesSetup.stageTitle', { name: stage.name })}
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
        <NumberInput
          label={t('salesSetup.columns.probability')}
          description={stage.is_end ? t('salesSetup.endProbability') : undefined}
          disabled={stage.is_end}
          suffix=" %"
          min={0}
          max={100}
          allowDecimal={false}
          clampBehavior="strict"
          hideControls
          {...form.getInputProps('probability')}
        />
        <NumberInput
          label={t('salesSetup.position')}
          min={0}
          max={999}
          allowDecimal={false}
          hideControls
          {...form.getInputProps('position')}
        />
        {!stage.is_end && (
          <Checkbox
            label={t('salesSetup.stageActive')}
            {...form.getInputProps('is_active', { type: 'checkbox' })}
          />
        )}
      </FormDialog>
      {save.dialog}
    </>
  )
}
