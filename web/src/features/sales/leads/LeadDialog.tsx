import { Input, Select, Textarea, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'

import { intentKey } from '~/api/client'
import { CustomerPicker } from '~/features/customers/public/CustomerPicker'
import { useMe } from '~/features/iam/public/me'
import { money } from '~/lib/format'
import { useMade } from '~/lib/useMade'
import { FormDialog } from '~/ui/FormDialog'
import { toastDone } from '~/ui/toast'
import { useVersionedSave } from '~/ui/useVersionedSave'
import { Amount, asAmount, fieldAmount } from '../Amount'
import type { Lead } from '../model'
import { ProductSelect } from '../ProductSelect'
import { forgetCustomerSales, productsQuery, salesKeys } from '../query'
import { assignsLeads } from '../rights'
import { createLead, forgetLead, noteLead, updateLead, useAssignees } from './query'

interface Props {
  /** The lead that is changed; a new one without it. */
  lead?: Lead
  /** Whom a new one is about, where that is known. */
  customerId?: string
  onClose: () => void
  onCreated?: (leadId: string) => void
}

type Made = Awaited<ReturnType<typeof createLead>> | Lead

/** A lead is written down, or changed from the version that was read; what is typed stays until it is saved or put away. */
export function LeadDialog({ lead, customerId, onClose, onCreated }: Props) {
  const { t } = useTranslation()
  const client = useQueryClient()
  const me = useMe()
  const key = useRef(intentKey())
  const [customer, setCustomer] = useState(lead?.customer.id ?? customerId)
  const form = useForm({
    initialValues: {
      interest: lead?.interest ?? '',
      product_code: (lead?.product?.code ?? null) as string | null,
      estimated_value: fieldAmount(lead?.estimated_value) as string | number,
      note: lead?.note ?? '',
      assigned_to: null as string | null,
    },
  })
  const gives = !lead && assignsLeads(me)
  const people = useAssignees(gives ? me.branches.map((each) => each.code) : [])
  const products = useQuery(productsQuery).data?.items ?? []
  const product = (code: string | null | undefined) =>
    products.find((each) => each.code === code)?.name ?? code ?? '–'
  const typed = () => ({
    interest: form.values.interest.trim(),
    product_code: form.values.product_code,
    estimated_value: asAmount(form.values.estimated_value),
    note: form.values.note.trim(),
  })
  const save = useVersionedSave<Made>({
    send: (version) =>
      lead && version
        ? updateLead(lead.id, { ...typed(), version })
        : createLead(
            {
              ...typed(),
              customer_id: customer ?? '',
              source_type: 'MANUAL',
              assigned_to: form.values.assigned_to,
            },
            key.current,
          ),
    onSaved: (saved) => {
      if ('customer' in saved) {
        noteLead(client, saved)
        return toastDone(t('leads.changed', { name: saved.customer.name }))
      }
      void client.invalidateQueries({ queryKey: salesKeys.leads })
      forgetCustomerSales(client)
      toastDone(
        saved.assigned_to
          ? t('leads.created', { name: saved.assigned_to.full_name })
          : t('leads.createdQueue', { branch: saved.branch.name }),
      )
    },
    onRefused: form.setErrors,
    onStale: () => lead && void forgetLead(client, lead.id),
    onSettled: () => (key.current = intentKey()),
    compared: () => {
      const mine = typed()
      return [
        {
          key: 'interest',
          name: t('leads.fields.interest'),
          opened: lead?.interest,
          mine: mine.interest,
          now: (current) => current.interest,
        },
        {
          key: 'product',
          name: t('leads.fields.product'),
          opened: product(lead?.product?.code),
          mine: product(mine.product_code),
          now: (current) => (current.product as Lead['product'])?.name ?? '–',
        },
        {
          key: 'value',
          name: t('leads.fields.value'),
          opened: lead?.estimated_value,
          mine: mine.estimated_value,
          now: (current) => current.estimated_value,
          words: (value: string | null) => (value ? money(value) : '–'),
        },
        {
          key: 'note',
          name: t('leads.fields.note'),
          opened: lead?.note,
          mine: mine.note,
          now: (current) => current.note,
        },
      ]
    },
  })
  useMade(save.saved, (saved) => {
    onClose()
    if (!('customer' in saved)) onCreated?.(saved.id)
  })
  const submit = form.onSubmit((values) => {
    const wrong: Record<string, string> = {}
    if (!customer) wrong.customer_id = t('sales.customerFirst')
    if (values.interest.trim().length === 0 && !values.product_code)
      wrong.interest = t('leads.interestOrProduct')
    if (Object.keys(wrong).length > 0) return form.setErrors(wrong)
    save.run(lead?.version)
  })
  return (
    <>
      <FormDialog
        title={t(lead ? 'leads.changeTitle' : 'leads.create')}
        action={t('common.save')}
        dirty={(form.isDirty() || customer !== (lead?.customer.id ?? customerId)) && !save.done}
        busy={save.busy}
        covered={save.covered}
        onSubmit={submit}
        onClose={onClose}
      >
        {!lead && (
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
          label={t('leads.fields.interest')}
          placeholder={t('leads.interestPlaceholder')}
          maxLength={200}
          data-autofocus={lead ? true : undefined}
          {...form.getInputProps('interest')}
        />
        <ProductSelect label={t('leads.fields.product')} {...form.getInputProps('product_code')} />
        <Amount label={t('leads.fields.value')} {...form.getInputProps('estimated_value')} />
        <Textarea
          label={t('leads.fields.note')}
          autosize
          minRows={2}
          maxRows={8}
          maxLength={2000}
          {...form.getInputProps('note')}
        />
        {gives && (
          <Select
            label={t('leads.fields.owner')}
            placeholder={t('leads.byRule')}
            searchable
            clearable
            allowDeselect
            clearButtonProps={{ 'aria-label': t('leads.byRule') }}
            nothingFoundMessage={t('sales.nobodyFound')}
            data={people.map((each) => ({ value: each.id, label: each.full_name }))}
            {...form.getInputProps('assigned_to')}
          />
        )}
      </FormDialog>
      {save.dialog}
    </>
  )
}
