import './texts/id/nextActions'

import { Checkbox, NumberInput, Select } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'

import { api } from '~/api/client'
import { unwrap } from '~/api/problem'
import { useMade } from '~/lib/useMade'
import { FormDialog } from '~/ui/FormDialog'
import { toastDone } from '~/ui/toast'
import { useVersionedSave } from '~/ui/useVersionedSave'
import { type AdviceRule, adviceKeys, forgetAdvice, PRIORITIES } from './query'

interface Props {
  rule: AdviceRule
  onClose: () => void
}

/** How a rule is used: its priority and place, its cool-down and its numbers, on or off. */
export function RuleDialog({ rule, onClose }: Props) {
  const { t } = useTranslation()
  const client = useQueryClient()
  const form = useForm({
    initialValues: {
      priority: rule.priority,
      position: rule.position as number | string,
      cooldown_days: rule.cooldown_days as number | string,
      parameters: Object.fromEntries(rule.parameters.map((each) => [each.key, each.value as number | string])),
      is_active: rule.is_active,
    },
  })
  const renew = () => {
    void client.invalidateQueries({ queryKey: adviceKeys.rules })
    void forgetAdvice(client)
  }
  const save = useVersionedSave({
    send: (version) =>
      unwrap(
        api.PUT('/api/v1/advice/rules/{code}', {
          params: { path: { code: rule.code } },
          body: {
            version: version ?? rule.version,
            priority: form.values.priority,
            position: Number(form.values.position),
            cooldown_days: Number(form.values.cooldown_days),
            parameters: Object.fromEntries(
              Object.entries(form.values.parameters).map(([key, value]) => [key, Number(value)]),
            ),
            is_active: form.values.is_active,
          },
        }),
      ),
    onSaved: () => {
      renew()
      toastDone(t('nextActions.ruleSaved', { name: rule.name }))
    },
    onStale: renew,
    onRefused: form.setErrors,
    fieldOf: (name) => name,
  })
  useMade(save.saved, onClose)
  return (
    <>
      <FormDialog
        title={t('nextActions.changeRule', { name: rule.name })}
        text={rule.missing ?? undefined}
        action={t('common.save')}
        dirty={form.isDirty() && !save.done}
        busy={save.busy}
        covered={save.covered}
        onSubmit={form.onSubmit(() => save.run(rule.version))}
        onClose={onClose}
      >
        <Select
          label={t('nextActions.fields.priority')}
          data={PRIORITIES.map((value) => ({ value, label: t(`nextActions.priorities.${value}`) }))}
          allowDeselect={false}
          data-autofocus
          {...form.getInputProps('priority')}
        />
        <NumberInput
          label={t('nextActions.position')}
          min={0}
          max={1000}
          allowDecimal={false}
          hideControls
          {...form.getInputProps('position')}
        />
        <NumberInput
          label={t('nextActions.cooldownDays')}
          min={0}
          max={730}
          allowDecimal={false}
          hideControls
          {...form.getInputProps('cooldown_days')}
        />
        {rule.parameters.map((each) => (
          <NumberInput
            key={each.key}
            label={`${each.label} (${each.unit})`}
            min={each.minimum}
            max={each.maximum}
            allowDecimal={false}
            hideControls
            {...form.getInputProps(`parameters.${each.key}`)}
          />
        ))}
        <Checkbox
          label={t('nextActions.on')}
          disabled={rule.missing !== null}
          {...form.getInputProps('is_active', { type: 'checkbox' })}
        />
      </FormDialog>
      {save.dialog}
    </>
  )
}
