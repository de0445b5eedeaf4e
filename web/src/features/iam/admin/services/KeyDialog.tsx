import { Button, NumberInput, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'

import { api } from '~/api/client'
import { formProblems, isApiError, unwrap } from '~/api/problem'
import { dayKey } from '~/lib/format'
import { type Proposal, PROPOSALS } from '~/lib/proposal'
import { span } from '~/lib/range'
import { DayInput } from '~/ui/DayInput'
import { Dialog } from '~/ui/Dialog'
import { FormDialog } from '~/ui/FormDialog'
import { ProposalNotice } from '~/ui/Proposal'
import { toastProblem } from '~/ui/toast'
import type { ServiceAccount } from '../types'
import { OperationPicker } from './OperationPicker'
import { operationsQuery } from './query'
import admin from '../Admin.module.css'
import classes from './Services.module.css'

interface Props {
  account: ServiceAccount
  onClose: () => void
}

const SPANS = [30, 90, 365] as const
const MOST_PER_MINUTE = 6000
const inDays = (days: number) => dayKey(new Date(Date.now() + days * 86_400_000))

/** A key for a program: what it opens, how long and how often. It is made once a second person has approved it. */
export function KeyDialog({ account, onClose }: Props) {
  const { t } = useTranslation()
  const client = useQueryClient()
  // The key lives until the end of its last day, so that day comes one earlier.
  const longest = (useQuery(operationsQuery).data?.longest_days ?? 366) - 1
  const form = useForm({ initialValues: { name: '', operations: [] as string[], last: inDays(90) as string | null, per_minute: 60 as number | string } })
  const make = useMutation({
    mutationFn: ({ name, operations, last, per_minute }: typeof form.values) =>
      unwrap(
        api.POST('/api/v1/service-accounts/{account_id}/keys', {
          params: { path: { account_id: account.id } },
          body: { name: name.trim(), operations, expires_at: span({ to: last ?? undefined }).to ?? '', per_minute: Number(per_minute) },
        }),
      ),
    onSuccess: () => void client.invalidateQueries({ queryKey: PROPOSALS }),
    onError: (error) => {
      if (!isApiError(error) || error.status !== 422) return toastProblem(error)
      const { expires_at: last, ...others } = formProblems(error)
      form.setErrors({ ...others, ...(last && { last }) })
    },
  })
  const submit = form.onSubmit((values) => {
    const wrong = {
      ...(values.name.trim().length < 3 && { name: t('common.atLeast', { count: 3 }) }),
      ...(values.operations.length === 0 && { operations: t('services.operationsNeeded') }),
      ...(!values.last && { last: t('common.required') }),
      ...(!(Number(values.per_minute) >= 1) && { per_minute: t('admin.wholeNumber') }),
    }
    if (Object.keys(wrong).length > 0) return form.setErrors(wrong)
    make.mutate(values)
  })
  if (make.data) return <Waits proposal={make.data} onClose={onClose} />
  return (
    <FormDialog title={t('services.keyMake')} text={t('services.keyMakeText', { name: account.name })} action={t('services.keyMake')} dirty={form.isDirty() && !make.isPending} busy={make.isPending} size={600} onSubmit={submit} onClose={onClose}>
      <TextInput label={t('services.keyName')} description={t('services.keyNameText')} maxLength={80} data-autofocus {...form.getInputProps('name')} />
      <OperationPicker picked={form.values.operations} error={form.errors.operations as string | undefined} onChange={(operations) => form.setFieldValue('operations', operations)} />
      <div className={admin.pair}>
        <div>
          <DayInput label={t('services.lastDay')} defaultLevel="month" minDate={inDays(0)} maxDate={inDays(longest)} {...form.getInputProps('last')} />
          <div className={classes.spans} role="group" aria-label={t('services.lifetime')}>
            {SPANS.map((days) => (
              <Button key={days} variant="default" size="compact-xs" aria-pressed={form.values.last === inDays(days)} onClick={() => form.setFieldValue('last', inDays(days))}>
                {t('services.days', { count: days })}
              </Button>
            ))}
          </div>
        </div>
        <NumberInput label={t('services.perMinute')} description={t('services.perMinuteText')} min={1} max={MOST_PER_MINUTE} allowDecimal={false} hideControls inputWrapperOrder={['label', 'input', 'description', 'error']} {...form.getInputProps('per_minute')} />
      </div>
    </FormDialog>
  )
}

/** The key is made once somebody else has approved it; whoever asked takes it there. */
function Waits({ proposal, onClose }: { proposal: Proposal; onClose: () => void }) {
  const { t } = useTranslation()
  return (
    <Dialog opened onClose={onClose} title={t('services.keyMake')} size={560}>
      <ProposalNotice proposal={proposal}>{t('services.keyWaits')}</ProposalNotice>
      <div style={{ display: 'flex', justifyContent: 'flex-end', marginTop: 20 }}>
        <Button onClick={onClose}>{t('common.close')}</Button>
      </div>
    </Dialog>
  )
}
