import { Select, Textarea } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'

import { api, intentKey } from '~/api/client'
import { formProblems, isApiError, unwrap } from '~/api/problem'
import { useMade } from '~/lib/useMade'
import { FormDialog } from '~/ui/FormDialog'
import { useProposed } from '~/ui/Proposal'
import { Problem } from '~/ui/states'
import { toastProblem } from '~/ui/toast'
import { rolesQuery } from '../query'
import { renewConflicts } from './query'

const REASON = 10

/** Two roles that one person must not hold together, and why. */
export function PairDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation()
  const client = useQueryClient()
  const proposed = useProposed()
  const intent = useRef(intentKey())
  const roles = useQuery(rolesQuery)
  const form = useForm({ initialValues: { first: '', second: '', reason: '' } })
  const save = useMutation({
    mutationFn: (body: typeof form.values) => unwrap(api.POST('/api/v1/role-conflicts', { headers: { 'Idempotency-Key': intent.current }, body })),
    onSuccess: (answer) => {
      proposed(answer)
      renewConflicts(client)
    },
    onError: (error) => {
      intent.current = intentKey()
      if (isApiError(error) && error.code === 'role_conflict_exists') form.setFieldError('second', t('conflicts.exists'))
      else if (isApiError(error) && error.status === 422) form.setErrors(formProblems(error))
      else toastProblem(error)
    },
  })
  useMade(save.data, onClose)
  const options = (roles.data?.items ?? []).map((role) => ({ value: role.key, label: role.name }))
  return (
    <FormDialog
      title={t('conflicts.add')}
      text={t('conflicts.addText')}
      action={t('conflicts.add')}
      busy={save.isPending}
      dirty={form.isDirty() && !save.isSuccess}
      onClose={onClose}
      onSubmit={form.onSubmit(({ first, second, reason }) => {
        const wrong = {
          ...(!first && { first: t('common.required') }),
          ...(!second && { second: t('common.required') }),
          ...(first && first === second && { second: t('conflicts.same') }),
          ...(reason.trim().length < REASON && { reason: t('common.atLeast', { count: REASON }) }),
        }
        if (Object.keys(wrong).length > 0) return form.setErrors(wrong)
        save.mutate({ first, second, reason: reason.trim() })
      })}
    >
      {roles.isError && <Problem error={roles.error} onRetry={() => void roles.refetch()} />}
      <Select label={t('conflicts.first')} searchable data={options} nothingFoundMessage={t('admin.nothingFits')} {...form.getInputProps('first')} value={form.values.first || null} />
      <Select label={t('conflicts.second')} searchable data={options} nothingFoundMessage={t('admin.nothingFits')} {...form.getInputProps('second')} value={form.values.second || null} />
      <Textarea label={t('common.reason')} autosize minRows={2} maxLength={500} {...form.getInputProps('reason')} />
    </FormDialog>
  )
}
