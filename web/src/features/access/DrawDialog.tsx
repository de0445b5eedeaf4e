import { NumberInput, Select, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'

import { api } from '~/api/client'
import { isApiError, unwrap } from '~/api/problem'
import { branchesQuery } from '~/features/iam/public/me'
import { dayKey } from '~/lib/format'
import { DayInput } from '~/ui/DayInput'
import { FormDialog } from '~/ui/FormDialog'
import { toastDone, toastProblem } from '~/ui/toast'
import { accessKeys } from './public/grant'
import type { AccessOptions, SampleDetail } from './query'

interface Props {
  options: AccessOptions
  onDrawn: (sample: SampleDetail) => void
  onClose: () => void
}

const DAY = 86_400_000
const start = (day: string) => Date.parse(`${day}T00:00:00+07:00`)

/** A random sample of a period; the last day counts as far as it has gone. */
export function DrawDialog({ options, onDrawn, onClose }: Props) {
  const { t } = useTranslation()
  const client = useQueryClient()
  const branches = useQuery(branchesQuery).data?.items ?? []
  const now = Date.now()
  const form = useForm({
    initialValues: { from: dayKey(new Date(now - 30 * DAY)), to: dayKey(new Date(now)), size: 10 as number | string, branch_code: '', seed: '' },
  })
  const draw = useMutation({
    mutationFn: () => {
      const { from, to, size, branch_code, seed } = form.values
      // A minute back: the clock of this computer may run ahead of the server's.
      const until = new Date(Math.min(start(to) + DAY, Date.now() - 60_000)).toISOString()
      return unwrap(
        api.POST('/api/v1/break-glass/samples', {
          body: { source: 'PROFILE_VIEWS', since: new Date(start(from)).toISOString(), until, size: Number(size), seed: seed.trim() || undefined, branch_code: branch_code || undefined },
        }),
      )
    },
    onSuccess: () => {
      toastDone(t('access.drawn'))
      void client.invalidateQueries({ queryKey: accessKeys.all })
    },
    onError: (error) => {
      if (!isApiError(error) || Object.keys(error.fields).length === 0) return toastProblem(error)
      const names: Record<string, string> = { since: 'from', until: 'to' }
      form.setErrors(Object.fromEntries(Object.entries(error.fields).map(([name, words]) => [names[name] ?? name, words.join(' ')])))
    },
  })
  // Only once the form is no longer dirty: it would ask before leaving.
  useEffect(() => {
    if (draw.data) onDrawn(draw.data)
  }, [draw.data])
  return (
    <FormDialog
      title={t('access.drawTitle')}
      text={t('access.drawText')}
      action={t('access.draw')}
      dirty={form.isDirty() && !draw.isSuccess}
      busy={draw.isPending}
      blocked={!form.values.from || !form.values.to}
      onSubmit={form.onSubmit(() => draw.mutate())}
      onClose={onClose}
    >
      <DayInput label={t('access.from')} defaultLevel="month" {...form.getInputProps('from')} />
      <DayInput label={t('access.to')} defaultLevel="month" {...form.getInputProps('to')} />
      <NumberInput label={t('access.size')} min={1} max={options.largest_sample} allowDecimal={false} {...form.getInputProps('size')} />
      <Select
        label={t('access.branch')}
        data={[{ value: '', label: t('access.allBranches') }, ...branches.map((each) => ({ value: each.code, label: each.name }))]}
        allowDeselect={false}
        {...form.getInputProps('branch_code')}
      />
      <TextInput label={t('access.seed')} description={t('access.seedHelp')} maxLength={64} autoComplete="off" {...form.getInputProps('seed')} />
    </FormDialog>
  )
}
