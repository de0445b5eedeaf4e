import { Button } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { IconAlertCircle, IconCircleCheck } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import { fieldProblems } from '~/api/problem'
import { Section } from '~/ui/Section'
import { toastDone, toastProblem } from '~/ui/toast'
import { PlanFacts } from '../campaigns/Plan'
import { type CampaignWhole, forgetCampaign, noteCampaign, takeStep } from '../campaigns/query'
import { type FieldName, stepOf, type WizardStep } from './fields'
import type { CampaignFields } from './useCampaignFields'
import classes from './wizard.module.css'

interface Props {
  campaign: CampaignWhole
  fields: CampaignFields
  onStep: (step: WizardStep) => void
  onDone: () => void
}

/** Everything at a glance, what is still missing with the way to it, and the submission. */
export function CheckStep({ campaign, fields, onStep, onDone }: Props) {
  const { t } = useTranslation()
  const client = useQueryClient()
  const [told, setTold] = useState<Record<string, string>>({})
  const submit = useMutation({
    mutationFn: () => takeStep(campaign, 'submit', ''),
    onSuccess: (saved) => {
      noteCampaign(client, saved)
      toastDone(t('campaigns.done.submit', { name: saved.name }))
      onDone()
    },
    onError: (error) => {
      const refused = fieldProblems(error)
      setTold(refused)
      if (Object.keys(refused).length === 0) toastProblem(error)
      void forgetCampaign(client, campaign.campaign_id)
    },
  })
  const named = (field: string, message: string | undefined) => (message && field in fields.values ? `${t(`campaigns.fields.${field as FieldName}`)}: ${message}` : message)
  const unkept = Object.entries({ ...told, ...fields.refused }).map(([field, message]) => [field, named(field, message)] as const)
  const found = new Map([...campaign.problems.map((each) => [each.field, each.message] as const), ...unkept])
  const problems = [...found].filter(([, message]) => message)
  return (
    <>
      <Section title={t('campaigns.check')}>
        {problems.length === 0 ? (
          <p className={classes.ready} role="status">
            <IconCircleCheck size={16} aria-hidden /> {t('campaigns.ready')}
          </p>
        ) : (
          <ul className={classes.problems}>
            {problems.map(([field, message]) => (
              <li key={field}>
                <IconAlertCircle size={15} aria-hidden />
                <button type="button" onClick={() => onStep(stepOf(field))}>
                  {message}
                </button>
              </li>
            ))}
          </ul>
        )}
      </Section>
      <Section title={t('campaigns.plan')}>
        <PlanFacts campaign={campaign} />
      </Section>
      <div>
        <Button loading={submit.isPending} disabled={!campaign.can.submit || campaign.problems.length > 0 || fields.unsaved || fields.busy} onClick={() => submit.mutate()}>
          {t('campaigns.steps.submit')}
        </Button>
        <p className="muted">{t('campaigns.submitText')}</p>
      </div>
    </>
  )
}
