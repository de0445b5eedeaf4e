import { Select, Textarea, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'

import { api, intentKey } from '~/api/client'
import type { Changes, Customer } from '~/api/models'
import { isApiError, unwrap } from '~/api/problem'
import { FormDialog } from '~/ui/FormDialog'
import { toastDone, toastProblem } from '~/ui/toast'
import { AddressFields, type AddressParts, filledParts } from '../AddressFields'
import { changedOnly, fieldErrors } from '../changes'

interface Props {
  customer: Customer
  onClose: () => void
}

/** What staff heard of: a data steward checks it before anything changes. */
export function RequestChange({ customer, onClose }: Props) {
  const { t } = useTranslation()
  const client = useQueryClient()
  const key = useRef(intentKey())
  const start = { full_name: '', phone_e164: '', email: '', preferred_channel: customer.preferred_channel, note: '' }
  const form = useForm({ initialValues: { ...start, home_address: undefined as AddressParts | undefined } })
  const send = useMutation({
    mutationFn: ({ changes, note }: { changes: Changes; note: string }) =>
      unwrap(
        api.POST('/api/v1/customers/{customer_id}/change-requests', {
          params: { path: { customer_id: customer.customer_id } },
          headers: { 'Idempotency-Key': key.current },
          body: { changes, note },
        }),
      ),
    onSuccess: (request) => {
      // Somebody asked for the same before: there is one request, and both are told of its outcome.
      toastDone(t(request.askers.length > 0 ? 'customers.requestJoined' : 'customers.requestSent'))
      void client.invalidateQueries({ queryKey: ['change-requests'] })
      onClose()
    },
    onError: (error) => {
      key.current = intentKey()
      const errors = isApiError(error) ? fieldErrors(error.fields) : {}
      if (Object.keys(errors).length > 0) form.setErrors({ ...errors, phone_e164: errors.phone_e164 ?? errors.changes })
      else toastProblem(error)
    },
  })
  const submit = form.onSubmit(({ note, home_address, ...values }) => {
    const address = filledParts(home_address)
    const changes: Changes = { ...changedOnly(start, values), ...(address && { home_address: address }) }
    if (Object.keys(changes).length === 0) return form.setFieldError('phone_e164', t('customers.requestNothing'))
    if (!note.trim()) return form.setFieldError('note', t('common.required'))
    send.mutate({ changes, note: note.trim() })
  })
  const now = (value: string | null) => (value ? `${t('customers.now')}: ${value}` : undefined)
  return (
    <FormDialog
      title={t('customers.requestChange')}
      text={t('customers.requestChangeText')}
      action={t('customers.requestChange')}
      dirty={form.isDirty() && !send.isSuccess}
      busy={send.isPending}
      onSubmit={submit}
      onClose={onClose}
    >
      <TextInput label={t('customers.newPhone')} description={now(customer.phone_masked)} inputMode="tel" placeholder="0812…" data-autofocus {...form.getInputProps('phone_e164')} />
      <TextInput label={t('customers.newEmail')} description={now(customer.email_masked)} type="email" inputMode="email" {...form.getInputProps('email')} />
      <TextInput label={t('customers.newName')} description={now(customer.full_name)} {...form.getInputProps('full_name')} />
      <AddressFields {...form.getInputProps('home_address')} />
      <Channel {...form.getInputProps('preferred_channel')} />
      <Textarea label={t('customers.note')} placeholder={t('customers.notePlaceholder')} rows={2} maxLength={500} {...form.getInputProps('note')} />
    </FormDialog>
  )
}

function Channel(props: object) {
  const { t } = useTranslation()
  const words = t('customers.channels', { returnObjects: true })
  return <Select label={t('customers.fields.preferred_channel')} data={Object.entries(words).map(([value, label]) => ({ value, label }))} {...props} />
}
