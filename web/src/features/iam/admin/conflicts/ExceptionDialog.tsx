import { Select, Textarea } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import dayjs from 'dayjs'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'

import { api, intentKey } from '~/api/client'
import { formProblems, isApiError, unwrap } from '~/api/problem'
import { useNow } from '~/lib/clock'
import { dayKey } from '~/lib/format'
import { useMade } from '~/lib/useMade'
import { DayInput } from '~/ui/DayInput'
import { FormDialog } from '~/ui/FormDialog'
import { useProposed } from '~/ui/Proposal'
import { Problem } from '~/ui/states'
import { toastProblem } from '~/ui/toast'
import { PersonSelect } from '../PersonSelect'
import { conflictsQuery, renewConflicts } from './query'

const REASON = 10

export interface ExceptionFor {
  pair?: string
  person?: { id: string; full_name: string }
}

interface Props {
  given: ExceptionFor
  onClose: () => void
}

/** Who may hold both roles of which pair, until when, and why. */
export function ExceptionDialog({ given, onClose }: Props) {
  const { t } = useTranslation()
  const client = useQueryClient()
  const proposed = useProposed()
  const now = useNow()
  const intent = useRef(intentKey())
  const pairs = useQuery(conflictsQuery)
  const longest = pairs.data?.longest_days ?? 180
  const today = dayKey(now)
  const form = useForm({
    initialValues: { conflict_id: given.pair ?? '', person: given.person ?? (null as { id: string; full_name: string } | null), until_on: null as string | null, reason: '' },
  })
  const save = useMutation({
    mutationFn: (body: { user_id: string; conflict_id: string; until_on: string; reason: string }) => unwrap(api.POST('/api/v1/role-exceptions', { headers: { 'Idempotency-Key': intent.current }, body })),
    onSuccess: (answer) => {
      proposed(answer)
      renewConflicts(client)
    },
    onError: (error) => {
      intent.current = intentKey()
      if (isApiError(error) && error.code === 'role_exception_stands') form.setFieldError('until_on', t('conflicts.stands'))
      else if (isApiError(error) && error.status === 422) form.setErrors(formProblems(error))
      else toastProblem(error)
    },
  })
  useMade(save.data, onClose)
  return (
    <FormDialog
      title={t('conflicts.give')}
      text={t('conflicts.giveText')}
      action={t('conflicts.give')}
      busy={save.isPending}
      dirty={form.isDirty() && !save.isSuccess}
      onClose={onClose}
      onSubmit={form.onSubmit(({ conflict_id, person, until_on, reason }) => {
        const wrong = {
          ...(!conflict_id && { conflict_id: t('common.required') }),
          ...(!person && { person: t('common.required') }),
          ...(!until_on && { until_on: t('common.required') }),
          ...(reason.trim().length < REASON && { reason: t('common.atLeast', { count: REASON }) }),
        }
        if (!person || !until_on || Object.keys(wrong).length > 0) return form.setErrors(wrong)
        save.mutate({ user_id: person.id, conflict_id, until_on, reason: reason.trim() })
      })}
    >
      {pairs.isError && <Problem error={pairs.error} onRetry={() => void pairs.refetch()} />}
      <PersonSelect
        label={t('conflicts.person')}
        person={form.values.person}
        error={form.errors.person}
        disabled={given.person !== undefined}
        onChange={(id, full_name) => form.setFieldValue('person', id ? { id, full_name } : null)}
      />
      <Select
        label={t('conflicts.pair')}
        searchable
        data={(pairs.data?.items ?? []).map((pair) => ({ value: pair.id, label: t('conflicts.and', { first: pair.first.name, second: pair.second.name }) }))}
        nothingFoundMessage={t('admin.nothingFits')}
        {...form.getInputProps('conflict_id')}
        value={form.values.conflict_id || null}
      />
      <DayInput
        label={t('conflicts.lastDay')}
        description={t('conflicts.lastDayText', { count: longest })}
        defaultLevel="month"
        minDate={today}
        maxDate={dayjs(today).add(longest, 'day').format('YYYY-MM-DD')}
        value={form.values.until_on}
        error={form.errors.until_on}
        onChange={(day) => form.setFieldValue('until_on', day)}
      />
      <Textarea label={t('common.reason')} description={t('conflicts.reasonText')} autosize minRows={2} maxLength={500} {...form.getInputProps('reason')} />
    </FormDialog>
  )
}
