import { Button, Checkbox, Select, TagsInput, Textarea, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import { api } from '~/api/client'
import type { Changes, Customer } from '~/api/models'
import { isApiError, unwrap } from '~/api/problem'
import { DayInput } from '~/ui/DayInput'
import { FormDialog } from '~/ui/FormDialog'
import { toastDone, toastProblem } from '~/ui/toast'
import { ADDRESS_PARTS, AddressFields, type AddressParts, filledParts } from '../AddressFields'
import { changedOnly, fieldErrors } from '../changes'
import { ConflictDialog } from '../ConflictDialog'
import { useCodes } from './codes'

interface Props {
  customer: Customer
  onSaved: () => void
  onClose: () => void
}

const OPTIONAL = ['phone_e164', 'email', 'birth_date', 'gender', 'preferred_channel']
const ORDER: ('label' | 'input' | 'description' | 'error')[] = ['label', 'input', 'description', 'error']
const NO_ADDRESS = { ...Object.fromEntries(ADDRESS_PARTS.map((part) => [part, ''])), latitude: null, longitude: null }

/** The server's least: a word is no reason. */
const MIN_REASON = 10

const options = (words: Record<string, string>) => Object.entries(words).map(([value, label]) => ({ value, label }))

/** The data steward's form. It saves against the version it was opened with; a newer one opens the comparison. */
export function EditCustomer({ customer, onSaved, onClose }: Props) {
  const { t } = useTranslation()
  const listed = useCodes('SEGMENT')
  // A segment out of use stays with whoever has it.
  const segments = listed.all.filter((each) => each.value === customer.segment_code || listed.options.some((one) => one.value === each.value))
  const start = {
    full_name: '',
    birth_date: '',
    phone_e164: '',
    email: '',
    gender: customer.gender,
    segment_code: customer.segment_code,
    status: customer.status,
    preferred_language: customer.preferred_language,
    preferred_channel: customer.preferred_channel,
    is_vip: customer.is_vip,
  }
  const form = useForm({
    initialValues: { ...start, reason: '', home_address: undefined as AddressParts | undefined, tags: customer.tags, cleared: [] as string[], noAddress: false },
  })
  const [conflict, setConflict] = useState<{ current: Partial<Customer> & { version: number }; changes: Changes; reason: string } | null>(null)
  const save = useMutation({
    mutationFn: (body: { version: number; reason: string; changes: Changes }) =>
      unwrap(api.PATCH('/api/v1/customers/{customer_id}', { params: { path: { customer_id: customer.customer_id } }, body })),
    onSuccess: () => {
      toastDone(t('customers.saved'))
      onSaved()
      onClose()
    },
    onError: (error, body) => {
      if (!isApiError(error)) return toastProblem(error)
      const current = (error.body as { current?: Partial<Customer> & { version?: number } } | null)?.current
      if (error.status === 409 && typeof current?.version === 'number') {
        return setConflict({ current: { ...current, version: current.version }, changes: body.changes, reason: body.reason })
      }
      setConflict(null)
      const errors = fieldErrors(error.fields)
      if (Object.keys(errors).length > 0) form.setErrors({ ...errors, reason: errors.reason ?? errors.changes })
      else toastProblem(error)
    },
  })
  const submit = form.onSubmit(({ reason, home_address, tags, cleared, noAddress, ...values }) => {
    const address = noAddress ? NO_ADDRESS : filledParts(home_address)
    const changes: Changes = {
      ...changedOnly(start, values),
      ...Object.fromEntries(cleared.map((field) => [field, null])),
      ...(tags.join('\n') !== customer.tags.join('\n') && { tags }),
      ...(address && { home_address: address }),
    }
    if (Object.keys(changes).length === 0) return form.setFieldError('reason', t('customers.requestNothing'))
    if (reason.trim().length < MIN_REASON) return form.setFieldError('reason', t('common.atLeast', { count: MIN_REASON }))
    save.mutate({ version: customer.version, reason: reason.trim(), changes })
  })
  const now = (value: string | null) => ({ placeholder: value ? `${t('customers.now')}: ${value}` : t('customers.unchanged') })
  const emptied = (field: string) => form.values.cleared.includes(field)
  // An optional value is emptied on purpose, never by leaving its field empty.
  const aside = (field: string, value: unknown) =>
    OPTIONAL.includes(field) && value ? (
      <Button
        variant="subtle"
        size="compact-xs"
        // Its words stand under those of the field.
        ml={-8}
        aria-pressed={emptied(field)}
        aria-label={t(emptied(field) ? 'customers.keepField' : 'customers.emptyField', { field: t(`customers.fields.${field as 'email'}`) })}
        onClick={() => {
          form.setFieldValue('cleared', emptied(field) ? form.values.cleared.filter((each) => each !== field) : [...form.values.cleared, field])
          form.setFieldValue(field, start[field as 'email'])
        }}
      >
        {t(emptied(field) ? 'customers.keepValue' : 'customers.emptyValue')}
      </Button>
    ) : undefined
  const text = (field: 'phone_e164' | 'email' | 'birth_date', masked: string | null) => ({
    ...(emptied(field) ? { placeholder: t('customers.willBeEmpty') } : now(masked)),
    disabled: emptied(field),
    description: aside(field, masked),
    inputWrapperOrder: ORDER,
    ...form.getInputProps(field),
  })
  const select = (field: 'gender' | 'status' | 'preferred_language' | 'preferred_channel', words: Record<string, string>) => (
    <Select
      label={t(`customers.fields.${field}`)}
      data={options(words)}
      disabled={emptied(field)}
      description={aside(field, customer[field])}
      inputWrapperOrder={ORDER}
      {...form.getInputProps(field)}
      {...(emptied(field) && { value: null, placeholder: t('customers.willBeEmpty') })}
    />
  )
  return (
    <>
      <FormDialog
        title={t('customers.editTitle')}
        text={t('customers.editText')}
        action={t('common.save')}
        dirty={form.isDirty() && !save.isSuccess}
        busy={save.isPending}
        covered={conflict !== null}
        onSubmit={submit}
        onClose={onClose}
      >
        <TextInput label={t('customers.fields.full_name')} {...now(customer.full_name)} data-autofocus {...form.getInputProps('full_name')} />
        <Pair>
          <TextInput label={t('customers.fields.phone_e164')} inputMode="tel" {...text('phone_e164', customer.phone_masked)} />
          <TextInput label={t('customers.fields.email')} inputMode="email" {...text('email', customer.email_masked)} />
          <DayInput label={t('customers.fields.birth_date')} {...text('birth_date', customer.birth_date_masked)} />
          {select('gender', t('customers.genders', { returnObjects: true }))}
          <Select label={t('customers.fields.segment_code')} data={segments} {...form.getInputProps('segment_code')} />
          {select('status', t('customers.statuses', { returnObjects: true }))}
          {select('preferred_language', t('customers.languages', { returnObjects: true }))}
          {select('preferred_channel', t('customers.channels', { returnObjects: true }))}
        </Pair>
        {!form.values.noAddress && <AddressFields {...form.getInputProps('home_address')} />}
        {customer.addresses.some((address) => address.kind === 'HOME') && !form.values.home_address && (
          <Checkbox label={t('customers.emptyAddress')} {...form.getInputProps('noAddress', { type: 'checkbox' })} />
        )}
        <TagsInput label={t('customers.fields.tags')} maxTags={20} maxLength={40} acceptValueOnBlur {...form.getInputProps('tags')} />
        <Checkbox label={t('customers.fields.is_vip')} {...form.getInputProps('is_vip', { type: 'checkbox' })} />
        <Textarea label={t('customers.editReason')} placeholder={t('customers.editReasonPlaceholder')} rows={2} maxLength={300} {...form.getInputProps('reason')} />
      </FormDialog>
      {conflict && (
        <ConflictDialog
          current={conflict.current}
          changes={conflict.changes}
          opened={customer}
          busy={save.isPending}
          onKeep={() => save.mutate({ version: conflict.current.version, reason: conflict.reason, changes: conflict.changes })}
          onDiscard={() => {
            onSaved()
            onClose()
          }}
          onClose={() => setConflict(null)}
        />
      )}
    </>
  )
}

function Pair({ children }: { children: React.ReactNode }) {
  return <div style={{ display: 'grid', gridTemplateColumns: 'repeat(auto-fit, minmax(190px, 1fr))', gap: 14 }}>{children}</div>
}
