import { TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useQueryClient } from '@tanstack/react-query'
import dayjs from 'dayjs'
import { useTranslation } from 'react-i18next'

import { useMade } from '~/lib/useMade'
import { DayInput } from '~/ui/DayInput'
import { FormDialog } from '~/ui/FormDialog'
import { toastDone } from '~/ui/toast'
import { useVersionedSave } from '~/ui/useVersionedSave'
import { Amount, asAmount, fieldAmount } from '../Amount'
import type { Lead, Opportunity } from '../model'
import { noteOpportunity } from '../opportunities/query'
import { ProductSelect } from '../ProductSelect'
import { convertLead, forgetLead } from './query'

interface Props {
  lead: Lead
  onClose: () => void
  onConverted: (opportunityId: string) => void
}

/** What a qualified lead becomes: an opportunity with a product, a value and a day. */
export function ConvertDialog({ lead, onClose, onConverted }: Props) {
  const { t } = useTranslation()
  const client = useQueryClient()
  const form = useForm({
    initialValues: {
      product_interest: lead.interest || (lead.product?.name ?? ''),
      product_code: (lead.product?.code ?? null) as string | null,
      estimated_value: fieldAmount(lead.estimated_value) as string | number,
      expected_close_on: dayjs().add(30, 'day').format('YYYY-MM-DD') as string | null,
    },
  })
  const save = useVersionedSave<Opportunity>({
    send: (version) =>
      convertLead(lead.id, {
        version: version ?? lead.version,
        product_interest: form.values.product_interest.trim(),
        product_code: form.values.product_code,
        estimated_value: asAmount(form.values.estimated_value) ?? '0',
        expected_close_on: form.values.expected_close_on ?? '',
      }),
    onSaved: (saved) => {
      noteOpportunity(client, saved)
      void forgetLead(client, lead.id)
      toastDone(t('leads.converted', { name: saved.customer.name }))
    },
    onRefused: form.setErrors,
    onStale: () => void forgetLead(client, lead.id),
  })
  useMade(save.saved, (saved) => {
    onClose()
    onConverted(saved.id)
  })
  const submit = form.onSubmit((values) => {
    const wrong: Record<string, string> = {}
    if (values.product_interest.trim().length < 2)
      wrong.product_interest = t('common.atLeast', { count: 2 })
    if (values.estimated_value === '') wrong.estimated_value = t('common.required')
    if (!values.expected_close_on) wrong.expected_close_on = t('common.required')
    if (Object.keys(wrong).length > 0) return form.setErrors(wrong)
    save.run(lead.version)
  })
  return (
    <>
      <FormDialog
        title={t('leads.convertTitle', { name: lead.customer.name })}
        text={t('leads.convertText')}
        action={t('leads.convert')}
        dirty={form.isDirty() && !save.done}
        busy={save.busy}
        covered={save.covered}
        onSubmit={submit}
        onClose={onClose}
      >
        <TextInput
          label={t('opportunities.fields.interest')}
          withAsterisk
          maxLength={200}
          data-autofocus
          {...form.getInputProps('product_interest')}
        />
        <ProductSelect
          label={t('opportunities.fields.product')}
          {...form.getInputProps('product_code')}
        />
        <Amount
          label={t('opportunities.fields.value')}
          withAsterisk
          {...form.getInputProps('estimated_value')}
        />
        <DayInput
          label={t('opportunities.fields.close')}
          withAsterisk
          defaultLevel="month"
          maxDate={undefined}
          minDate={new Date()}
          {...form.getInputProps('expected_close_on')}
        />
      </FormDialog>
      {save.dialog}
    </>
  )
}
