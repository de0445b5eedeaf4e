import { Input, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import dayjs from 'dayjs'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'

import { intentKey } from '~/api/client'
import { CustomerPicker } from '~/features/customers/public/CustomerPicker'
import { date, money } from '~/lib/format'
import { useMade } from '~/lib/useMade'
import { DayInput } from '~/ui/DayInput'
import { FormDialog } from '~/ui/FormDialog'
import { toastDone } from '~/ui/toast'
import { useVersionedSave } from '~/ui/useVersionedSave'
import { Amount, asAmount, fieldAmount } from '../Amount'
import type { Opportunity } from '../model'
import { ProductSelect } from '../ProductSelect'
import { productsQuery } from '../query'
import { createOpportunity, forgetOpportunity, noteOpportunity, updateOpportunity } from './query'

interface Props {
  /** The opportunity that is changed; a new one without it. */
  one?: Opportunity
  customerId?: string
  onClose: () => void
  onCreated?: (opportunityId: string) => void
}

/** An opportunity is written down, or changed from the version that was read; what is typed stays until it is saved or put away. */
export function OpportunityDialog({ one, customerId, onClose, onCreated }: Props) {
  const { t } = useTranslation()
  const client = useQueryClient()
  const key = useRef(intentKey())
  const [customer, setCustomer] = useState(one?.customer.id ?? customerId)
  const form = useForm({
    initialValues: {
      product_interest: one?.product_interest ?? '',
      product_code: (one?.product?.code ?? null) as string | null,
      estimated_value: fieldAmount(one?.estimated_value) as string | number,
      expected_close_on: (one?.expected_close_on ?? dayjs().add(30, 'day').format('YYYY-MM-DD')) as
        string | null,
    },
  })
  const products = useQuery(productsQuery).data?.items ?? []
  const product = (code: string | null | undefined) =>
    products.find((each) => each.code === code)?.name ?? code ?? '–'
  const typed = () => ({
    product_interest: form.values.product_interest.trim(),
    product_code: form.values.product_code,
    estimated_value: asAmount(form.values.estimated_value) ?? '0',
    expected_close_on: form.values.expected_close_on ?? '',
  })
  const save = useVersionedSave<Opportunity>({
    send: (version) =>
      one && version
        ? updateOpportunity(one.id, { ...typed(), version })
        : createOpportunity({ ...typed(), customer_id: customer ?? '' }, key.current),
    onSaved: (saved) => {
      noteOpportunity(client, saved)
      void client.invalidateQueries({ queryKey: ['opportunities', 'board'] })
      toastDone(
        t(one ? 'opportunities.changed' : 'opportunities.created', { name: saved.customer.name }),
      )
    },
    onRefused: form.setErrors,
    onStale: () => one && void forgetOpportunity(client, one.id),
    onSettled: () => (key.current = intentKey()),
    compared: () => {
      const mine = typed()
      return [
        {
          key: 'interest',
          name: t('opportunities.fields.interest'),
          opened: one?.product_interest,
          mine: mine.product_interest,
          now: (current) => current.product_interest,
        },
        {
          key: 'product',
          name: t('opportunities.fields.product'),
          opened: product(one?.product?.code),
          mine: product(mine.product_code),
          now: (current) => (current.product as Opportunity['product'])?.name ?? '–',
        },
        {
          key: 'value',
          name: t('opportunities.fields.value'),
          opened: one?.estimated_value,
          mine: mine.estimated_value,
          now: (current) => current.estimated_value,
          words: money,
        },
        {
          key: 'close',
          name: t('opportunities.fields.close'),
          opened: one?.expected_close_on,
          mine: mine.expected_close_on,
          now: (current) => current.expected_close_on,
          words: date,
        },
      ]
    },
  })
  useMade(save.saved, (saved) => {
    onClose()
    if (!one) onCreated?.(saved.id)
  })
  const submit = form.onSubmit((values) => {
    const wrong: Record<string, string> = {}
    if (!customer) wrong.customer_id = t('sales.customerFirst')
    if (values.product_interest.trim().length < 2)
      wrong.product_interest = t('common.atLeast', { count: 2 })
    if (values.estimated_value === '') wrong.estimated_value = t('common.required')
    if (!values.expected_close_on) wrong.expected_close_on = t('common.required')
    if (Object.keys(wrong).length > 0) return form.setErrors(wrong)
    save.run(one?.version)
  })
  return (
    <>
      <FormDialog
        title={t(one ? 'opportunities.changeTitle' : 'opportunities.create')}
        action={t('common.save')}
        dirty={(form.isDirty() || customer !== (one?.customer.id ?? customerId)) && !save.done}
        busy={save.busy}
        covered={save.covered}
        onSubmit={submit}
        onClose={onClose}
      >
        {!one && (
          <div>
            <CustomerPicker
              customerId={customer}
              onCustomer={(next) => {
                setCustomer(next)
                form.clearFieldError('customer_id')
              }}
            />
            {form.errors.customer_id && <Input.Error mt={5}>{form.errors.customer_id}</Input.Error>}
          </div>
        )}
        <TextInput
          label={t('opportunities.fields.interest')}
          withAsterisk
          maxLength={200}
          data-autofocus={one ? true : undefined}
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
          {...form.getInputProps('expected_close_on')}
        />
      </FormDialog>
      {save.dialog}
    </>
  )
}
