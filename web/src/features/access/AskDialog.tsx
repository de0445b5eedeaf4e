import { Select, Textarea, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'

import { api, intentKey } from '~/api/client'
import { isApiError, unwrap } from '~/api/problem'
import { FormDialog } from '~/ui/FormDialog'
import { toastDone, toastProblem } from '~/ui/toast'
import { FindCustomer, type Found } from './public/FindCustomer'
import { accessKeys } from './public/grant'
import type { About } from './public/grant'
import type { AccessDetail, AccessOptions } from './query'

interface Props {
  options: AccessOptions
  sampleId?: string
  /** Whom it is about and what led to it, where the page knows. */
  about?: About
  onSent: (made: AccessDetail) => void
  onClose: () => void
}

const LENGTHS = [15, 30, 60, 120, 240]

/** Whom, why, how long: what an approver has to know before opening somebody's profile to a colleague. */
export function AskDialog({ options, sampleId, about, onSent, onClose }: Props) {
  const { t } = useTranslation()
  const client = useQueryClient()
  const key = useRef(intentKey())
  const [card, setCard] = useState<Found | null>(about ? { customer_id: about.customerId, name: about.name } : null)
  const reasons = options.reasons.filter((each) => each.sample === Boolean(sampleId))
  const form = useForm({ initialValues: { customer_id: '', reason_code: reasons[0]?.key ?? '', reason: '', ticket: about?.ticket ?? '', minutes: '60', tier: '1' } })
  const send = useMutation({
    mutationFn: () => {
      const { reason_code, reason, ticket, minutes, tier } = form.values
      const body = { customer_id: card?.customer_id, sample_id: sampleId, reason_code, reason, ticket, minutes: Number(minutes), tier: Number(tier) }
      return unwrap(api.POST('/api/v1/break-glass', { headers: { 'Idempotency-Key': key.current }, body }))
    },
    onSuccess: () => {
      toastDone(t('access.sent'))
      void client.invalidateQueries({ queryKey: accessKeys.all })
    },
    onError: (error) => {
      key.current = intentKey()
      if (isApiError(error) && Object.keys(error.fields).length > 0) {
        form.setErrors(Object.fromEntries(Object.entries(error.fields).map(([name, messages]) => [name.replace(/^body\./, ''), messages.join(' ')])))
      } else toastProblem(error)
    },
  })
  // Only once the form is no longer dirty: it would ask before leaving.
  useEffect(() => {
    if (send.data) onSent(send.data)
  }, [send.data])
  const submit = form.onSubmit(({ reason, ticket }) => {
    const errors: Record<string, string> = {}
    if (!sampleId && !card) errors.customer_id = t('access.findFirst')
    if (reason.trim().length < options.least_reason) errors.reason = t('access.reasonHelp', { least: options.least_reason })
    if (!ticket.trim()) errors.ticket = t('common.required')
    form.setErrors(errors)
    if (Object.keys(errors).length === 0) send.mutate()
  })
  const lengths = LENGTHS.filter((each) => each >= options.least_minutes && each <= options.most_minutes)
  return (
    <FormDialog
      title={t('access.askTitle')}
      text={t(sampleId ? 'access.askSampleText' : 'access.askText')}
      action={t('access.ask')}
      dirty={(form.isDirty() || (card?.customer_id ?? null) !== (about?.customerId ?? null)) && !send.isSuccess}
      busy={send.isPending}
      onSubmit={submit}
      onClose={onClose}
    >
      {!sampleId && <FindCustomer card={card} onCard={setCard} error={form.errors.customer_id as string | undefined} />}
      <Select
        label={t('access.reasonCode')}
        data={reasons.map((each) => ({ value: each.key, label: each.name }))}
        allowDeselect={false}
        {...form.getInputProps('reason_code')}
      />
      <Textarea
        label={t('access.reason')}
        description={t('access.reasonHelp', { least: options.least_reason })}
        rows={3}
        maxLength={1000}
        {...form.getInputProps('reason')}
      />
      <TextInput label={t('access.ticket')} maxLength={60} autoComplete="off" {...form.getInputProps('ticket')} />
      <Select
        label={t('access.minutes')}
        data={lengths.map((each) => ({ value: String(each), label: t('access.minutesValue', { count: each }) }))}
        allowDeselect={false}
        {...form.getInputProps('minutes')}
      />
      <Select
        label={t('access.tier')}
        data={options.tiers.map((each) => ({ value: String(each.tier), label: each.name }))}
        allowDeselect={false}
        {...form.getInputProps('tier')}
      />
    </FormDialog>
  )
}
