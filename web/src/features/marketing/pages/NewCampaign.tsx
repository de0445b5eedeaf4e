import '../texts/id/campaigns'

import { Button, Select, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'

import { intentKey } from '~/api/client'
import { fieldProblems } from '~/api/problem'
import { useMade } from '~/lib/useMade'
import { LeaveGuard } from '~/ui/LeaveGuard'
import { Page } from '~/ui/Page'
import { toastProblem } from '~/ui/toast'
import { createCampaign, noteCampaign, type Objective, OBJECTIVES } from '../campaigns/query'

const LEAST = 3

/** A campaign begins with its name; from then on everything is saved as it is filled in. */
export function NewCampaign({ onMade }: { onMade: (campaignId: string) => void }) {
  const { t } = useTranslation()
  const client = useQueryClient()
  const key = useRef(intentKey())
  const form = useForm({ initialValues: { name: '', objective_kind: 'PRODUCT_OFFER' as Objective } })
  const save = useMutation({
    mutationFn: () => createCampaign({ ...form.values, name: form.values.name.trim(), objective: '', expected_result: '', holdout_percent: 0, hand_off: false }, key.current),
    onSuccess: (made) => noteCampaign(client, made),
    onError: (error) => {
      const fields = fieldProblems(error)
      if (Object.keys(fields).length > 0) form.setErrors(fields)
      else toastProblem(error)
    },
    onSettled: () => (key.current = intentKey()),
  })
  useMade(save.data, (made) => onMade(made.campaign_id))
  return (
    <Page title={t('campaigns.newTitle')} text={<Link to="/campaigns">← {t('campaigns.title')}</Link>} width="reading">
      <form
        noValidate
        style={{ display: 'grid', gap: 16 }}
        onSubmit={form.onSubmit(({ name }) => {
          if (name.trim().length < LEAST) return form.setFieldError('name', t('common.atLeast', { count: LEAST }))
          save.mutate()
        })}
      >
        <TextInput label={t('campaigns.fields.name')} maxLength={120} autoFocus {...form.getInputProps('name')} />
        <Select label={t('campaigns.fields.objective_kind')} allowDeselect={false} data={OBJECTIVES.map((value) => ({ value, label: t(`campaigns.objectives.${value}`) }))} {...form.getInputProps('objective_kind')} />
        <div>
          <Button type="submit" loading={save.isPending}>
            {t('campaigns.begin')}
          </Button>
        </div>
      </form>
      <LeaveGuard dirty={form.isDirty() && !save.isSuccess} />
    </Page>
  )
}
