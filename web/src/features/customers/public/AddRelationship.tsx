import { Select, Textarea } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useDebouncedValue } from '@mantine/hooks'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import { isApiError } from '~/api/problem'
import type { Customer } from '~/api/models'
import { flatten } from '~/lib/keyset'
import { DayInput } from '~/ui/DayInput'
import { FormDialog } from '~/ui/FormDialog'
import { Limited } from '~/ui/states'
import { editsOf, useEdit } from '../stewardship'
import { useCodes } from './codes'
import { MIN_QUERY, normalise, recentQuery, REST_MS, searchOptions } from './search'

interface Props {
  customer: Customer
  onSaved: () => void
  onClose: () => void
}

const LIMIT = 8
const MIN_REASON = 10

/** Ties a customer to another one, who is found by name, phone or number. */
export function AddRelationship({ customer, onSaved, onClose }: Props) {
  const { t } = useTranslation()
  const form = useForm({ initialValues: { related_customer_id: null as string | null, kind: null as string | null, role: '', valid_from: '', reason: '' } })
  const run = useEdit(customer, onSaved, form.setErrors)
  const edits = editsOf(customer.customer_id)
  const kinds = useCodes('RELATIONSHIP').options
  const roles = Object.entries(t('customers.roles', { returnObjects: true })).map(([value, label]) => ({ value, label }))
  return (
    <FormDialog
      title={t('customers.ties.add')}
      text={t('customers.ties.addText', { name: customer.full_name })}
      action={t('common.save')}
      dirty={form.isDirty() && !run.isSuccess}
      busy={run.isPending}
      onClose={onClose}
      onSubmit={form.onSubmit(({ related_customer_id, kind, role, valid_from, reason }) => {
        if (!related_customer_id) return form.setFieldError('related_customer_id', t('common.required'))
        if (!kind) return form.setFieldError('kind', t('common.required'))
        if (reason.trim().length < MIN_REASON) return form.setFieldError('reason', t('common.atLeast', { count: MIN_REASON }))
        const given = { related_customer_id, kind, role: role ?? '', valid_from: valid_from || null }
        run.mutate({ edit: edits.addTie(given), reason: reason.trim(), done: t('customers.ties.added') }, { onSuccess: onClose })
      })}
    >
      <OtherCustomer self={customer.customer_id} {...form.getInputProps('related_customer_id')} />
      <Select label={t('customers.ties.kind')} data={kinds} {...form.getInputProps('kind')} />
      <Select label={t('customers.ties.role')} data={roles} clearable {...form.getInputProps('role')} />
      <DayInput label={t('customers.ties.from')} {...form.getInputProps('valid_from')} />
      <Textarea label={t('customers.editReason')} placeholder={t('customers.editReasonPlaceholder')} rows={2} maxLength={300} {...form.getInputProps('reason')} />
    </FormDialog>
  )
}

interface OtherProps {
  self: string
  value?: string | null
  onChange?: (value: string | null) => void
  error?: React.ReactNode
}

function OtherCustomer({ self, value, onChange, error }: OtherProps) {
  const { t } = useTranslation()
  const [text, setText] = useState('')
  // What is chosen stands in the field; only what somebody typed is searched for.
  const [chosen, setChosen] = useState<{ value: string; label: string } | null>(null)
  const q = normalise(text)
  const [rested] = useDebouncedValue(q, REST_MS)
  const asked = rested === q && q.length > MIN_QUERY && q !== chosen?.label
  const search = useInfiniteQuery({ ...searchOptions(q, {}, LIMIT), enabled: asked })
  const recent = useQuery(recentQuery)
  const hits = asked ? flatten(search.data) : (recent.data?.items ?? [])
  const options = hits.filter((each) => each.customer_id !== self).map((each) => ({ value: each.customer_id, label: [each.name, each.cif_masked, each.branch.name].filter(Boolean).join(' · ') }))
  const limited = isApiError(search.error) && search.error.status === 429 ? search.error : null
  return (
    <div>
      <Select
        label={t('customers.ties.other')}
        placeholder={t('customers.ties.find')}
        searchable
        data-autofocus
        data={chosen && !options.some((each) => each.value === chosen.value) ? [chosen, ...options] : options}
        // The server has chosen already, by sound and order of words.
        filter={({ options: all }) => all}
        nothingFoundMessage={asked && search.isFetching ? t('common.loading') : q.length > MIN_QUERY ? t('customers.ties.nobody') : undefined}
        value={value ?? null}
        error={error}
        onSearchChange={setText}
        onChange={(id, option) => {
          setChosen(id ? { value: id, label: option.label } : null)
          onChange?.(id)
        }}
      />
      {limited && <Limited error={limited} onReady={() => void search.refetch()} />}
    </div>
  )
}
