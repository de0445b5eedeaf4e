import { SegmentedControl, Select } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'

import { api } from '~/api/client'
import { isApiError, unwrap } from '~/api/problem'
import { useMe } from '~/features/iam/public/me'
import { dayKey } from '~/lib/format'
import { may } from '~/lib/permissions'
import { DayInput } from '~/ui/DayInput'
import { FormDialog } from '~/ui/FormDialog'
import { toastDone, toastProblem } from '~/ui/toast'

const KINDS = ['LEAVE', 'SICK', 'DUTY'] as const

/** Days away: one's own, or of a colleague whose tasks one assigns. */
export function AbsenceDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation()
  const client = useQueryClient()
  const me = useMe()
  const assigns = may(me, 'task', 'A')
  const today = dayKey(new Date())
  const form = useForm({ initialValues: { user_id: me.id, kind: 'LEAVE' as (typeof KINDS)[number], first_day: today, last_day: today } })
  const found = useQuery({ queryKey: ['absences', 'colleagues'], queryFn: () => unwrap(api.GET('/api/v1/absences/colleagues')), enabled: assigns })
  const people = new Map([[me.id, me.full_name], ...(found.data?.items ?? []).map((each) => [each.id, each.full_name] as const)])
  const save = useMutation({
    mutationFn: () => unwrap(api.POST('/api/v1/absences', { body: form.values })),
    onSuccess: () => {
      toastDone(t('absences.entered'))
      void client.invalidateQueries({ queryKey: ['absences'] })
      onClose()
    },
    onError: (error) => {
      if (isApiError(error) && error.status === 403) return form.setFieldError('user_id', error.detail ?? error.title)
      if (isApiError(error) && error.code === 'absence_overlaps') return form.setFieldError('first_day', t('absences.overlaps'))
      if (!isApiError(error) || Object.keys(error.fields).length === 0) return toastProblem(error)
      form.setErrors(Object.fromEntries(Object.entries(error.fields).map(([name, words]) => [name, words.join(' ')])))
    },
  })
  return (
    <FormDialog
      title={t('absences.enterTitle')}
      text={t('absences.enterText')}
      action={t('absences.enter')}
      dirty={form.isDirty() && !save.isSuccess}
      busy={save.isPending}
      blocked={!form.values.first_day || !form.values.last_day}
      onSubmit={form.onSubmit(() => save.mutate())}
      onClose={onClose}
    >
      {assigns && (
        <Select
          label={t('absences.person')}
          searchable
          allowDeselect={false}
          data={[...people].map(([value, label]) => ({ value, label }))}
          nothingFoundMessage={t('absences.nobody')}
          {...form.getInputProps('user_id')}
        />
      )}
      <SegmentedControl
        aria-label={t('absences.kind')}
        data={KINDS.map((value) => ({ value, label: t(`absences.kinds.${value}`) }))}
        {...form.getInputProps('kind')}
      />
      <DayInput label={t('absences.first')} defaultLevel="month" maxDate={undefined} {...form.getInputProps('first_day')} />
      <DayInput label={t('absences.last')} defaultLevel="month" minDate={today} maxDate={undefined} {...form.getInputProps('last_day')} />
    </FormDialog>
  )
}
