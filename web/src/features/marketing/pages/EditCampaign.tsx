import '../texts/id/campaigns'

import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'

import { time } from '~/lib/format'
import { ButtonLink } from '~/ui/ButtonLink'
import { LeaveGuard } from '~/ui/LeaveGuard'
import { ListBones } from '~/ui/ListBones'
import { Page } from '~/ui/Page'
import { Problem } from '~/ui/states'
import { campaignQuery, type CampaignWhole } from '../campaigns/query'
import { AudienceStep } from '../wizard/AudienceStep'
import { CheckStep } from '../wizard/CheckStep'
import { stepOf, WIZARD_STEPS, type WizardStep } from '../wizard/fields'
import { GoalStep } from '../wizard/GoalStep'
import { MessageStep } from '../wizard/MessageStep'
import { ScheduleStep } from '../wizard/ScheduleStep'
import { type CampaignFields, useCampaignFields } from '../wizard/useCampaignFields'
import classes from '../wizard/wizard.module.css'

interface Props {
  campaignId: string
  step: string | undefined
  onStep: (step: WizardStep) => void
  onDone: () => void
}

/** A draft step by step: every field is saved as it is left. */
export function EditCampaign({ campaignId, ...props }: Props) {
  const { t } = useTranslation()
  const found = useQuery(campaignQuery(campaignId))
  if (found.isPending) {
    return (
      <Page title={t('campaigns.editTitle')}>
        <ListBones />
      </Page>
    )
  }
  if (!found.data) return <Problem page error={found.error} onRetry={() => void found.refetch()} />
  if (!found.data.can.change) return <Fixed campaign={found.data} />
  return <Draft campaign={found.data} {...props} />
}

/** It is no draft any more, or somebody else's to change. */
function Fixed({ campaign }: { campaign: CampaignWhole }) {
  const { t } = useTranslation()
  return (
    <Page title={campaign.name} width="reading">
      <p>{t('campaigns.fixed', { status: campaign.status_name })}</p>
      <ButtonLink mt={12} variant="default" to="/campaigns/$campaignId" params={{ campaignId: campaign.campaign_id }}>
        {t('campaigns.open')}
      </ButtonLink>
    </Page>
  )
}

function Draft({ campaign, step: asked, onStep, onDone }: Omit<Props, 'campaignId'> & { campaign: CampaignWhole }) {
  const { t } = useTranslation()
  const fields = useCampaignFields(campaign)
  const step = WIZARD_STEPS.find((each) => each === asked) ?? 'goal'
  const at = WIZARD_STEPS.indexOf(step)
  const next = WIZARD_STEPS[at + 1]
  const previous = WIZARD_STEPS[at - 1]
  const { flush } = fields
  // Going on to another step leaves the field, too.
  useEffect(() => () => flush(), [step])
  const lacking = new Set([...campaign.problems.map((each) => each.field), ...Object.keys(fields.refused)].map(stepOf))
  return (
    <Page
      title={campaign.name}
      text={
        <>
          <Link to="/campaigns/$campaignId" params={{ campaignId: campaign.campaign_id }}>
            ← {campaign.number}
          </Link>{' '}
          · <Saving fields={fields} />
        </>
      }
    >
      <div className={classes.frame}>
        <nav aria-label={t('campaigns.stepsLabel')}>
          <ol className={classes.steps}>
            {WIZARD_STEPS.map((each, index) => (
              <li key={each}>
                <button type="button" className={classes.step} aria-current={each === step ? 'step' : undefined} data-lacks={lacking.has(each) || undefined} data-whole={(each !== 'check' && !lacking.has(each)) || undefined} onClick={() => onStep(each)}>
                  <span className={classes.number} aria-hidden>
                    {index + 1}
                  </span>
                  {t(`campaigns.wizard.${each}`)}
                </button>
              </li>
            ))}
          </ol>
        </nav>
        <div className={classes.body}>
          <h2 className="visually-hidden">{t(`campaigns.wizard.${step}`)}</h2>
          {step === 'goal' && <GoalStep fields={fields} />}
          {step === 'audience' && <AudienceStep fields={fields} />}
          {step === 'message' && <MessageStep campaign={campaign} fields={fields} />}
          {step === 'schedule' && <ScheduleStep fields={fields} />}
          {step === 'check' && <CheckStep campaign={campaign} fields={fields} onStep={onStep} onDone={onDone} />}
          <div className={classes.foot}>
            {previous && (
              <Button variant="default" onClick={() => onStep(previous)}>
                {t('campaigns.back')}
              </Button>
            )}
            {next && <Button onClick={() => onStep(next)}>{t('campaigns.next')}</Button>}
          </div>
        </div>
      </div>
      <LeaveGuard dirty={fields.unsaved} />
      {fields.dialog}
    </Page>
  )
}

function Saving({ fields }: { fields: CampaignFields }) {
  const { t } = useTranslation()
  return <span role="status">{fields.busy ? t('campaigns.saving') : fields.unsaved ? t('common.unsaved') : fields.savedAt ? t('campaigns.savedAt', { at: time(fields.savedAt) }) : t('campaigns.savesItself')}</span>
}
