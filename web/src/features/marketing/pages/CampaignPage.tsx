import '../texts/id/campaigns'
import '../texts/id/segments'

import { Button, Progress } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { IconCopy, IconPencil } from '@tabler/icons-react'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'

import { intentKey } from '~/api/client'
import { count } from '~/lib/format'
import { ButtonLink } from '~/ui/ButtonLink'
import { ListBones } from '~/ui/ListBones'
import { Page } from '~/ui/Page'
import { Section } from '~/ui/Section'
import { SidePanel } from '~/ui/SidePanel'
import { Problem } from '~/ui/states'
import { toastProblem } from '~/ui/toast'
import { Views } from '~/ui/Views'
import { CampaignChip } from '../campaigns/chips'
import { Customers } from '../campaigns/Customers'
import { Course, Plan } from '../campaigns/Plan'
import { campaignQuery, type CampaignWhole, copyCampaign, type CustomerFilters, noteCampaign } from '../campaigns/query'
import { MakeLead } from '../campaigns/MakeLead'
import { Report } from '../campaigns/Report'
import { StepButtons } from '../campaigns/StepButtons'
import { Why } from '../eligibility/Why'
import classes from '../marketing.module.css'

interface Search extends CustomerFilters {
  view?: string
  customer?: string
}

interface Props {
  campaignId: string
  search: Search
  onSearch: (search: Search) => void
  onCopied: (campaignId: string) => void
}

/** One campaign: where it stands, what may be done, what it plans and what came of it. */
export function CampaignPage({ campaignId, ...props }: Props) {
  const { t } = useTranslation()
  const found = useQuery(campaignQuery(campaignId))
  if (found.isPending) {
    return (
      <Page title={t('campaigns.title')}>
        <ListBones />
      </Page>
    )
  }
  if (!found.data) return <Problem page error={found.error} onRetry={() => void found.refetch()} />
  return <Record campaign={found.data} {...props} />
}

function Record({ campaign, search, onSearch, onCopied }: Omit<Props, 'campaignId'> & { campaign: CampaignWhole }) {
  const { t } = useTranslation()
  const client = useQueryClient()
  const key = useRef(intentKey())
  const frozen = campaign.frozen_at !== null
  const views = (['plan', 'report', 'customers', 'course'] as const).filter((each) => (each === 'report' ? frozen : each === 'customers' ? campaign.can.see_customers && campaign.segment !== null : true))
  const view = views.find((each) => each === search.view) ?? (frozen ? 'report' : 'plan')
  const copy = useMutation({
    mutationFn: () => copyCampaign(campaign.campaign_id, key.current),
    onSuccess: (made) => {
      noteCampaign(client, made)
      onCopied(made.campaign_id)
    },
    onError: toastProblem,
    onSettled: () => (key.current = intentKey()),
  })
  return (
    <>
      <Page
        title={campaign.name}
        heading={
          <>
            {campaign.name} <CampaignChip status={campaign.status} name={campaign.status_name} />
          </>
        }
        text={
          <>
            <Link to="/campaigns">← {t('campaigns.title')}</Link> · {campaign.number}
          </>
        }
        actions={
          <>
            {campaign.can.copy_it && (
              <Button variant="default" leftSection={<IconCopy size={15} />} loading={copy.isPending} onClick={() => copy.mutate()}>
                {t('campaigns.copy')}
              </Button>
            )}
            <StepButtons campaign={campaign} />
            {campaign.can.change && (
              <ButtonLink leftSection={<IconPencil size={15} />} to="/campaigns/$campaignId/edit" params={{ campaignId: campaign.campaign_id }} search={campaign.problems.length === 0 ? { step: 'check' } : {}}>
                {t(campaign.problems.length === 0 ? 'campaigns.checkAndSubmit' : 'campaigns.goOn')}
              </ButtonLink>
            )}
          </>
        }
      >
        {campaign.status === 'REJECTED' && campaign.decision_note && <p className={`${classes.sentence} ${classes.note}`}>{t('campaigns.rejectedBecause', { note: campaign.decision_note })}</p>}
        {campaign.progress && <Going campaign={campaign} progress={campaign.progress} />}
        <Views label={t('campaigns.viewsLabel')} views={views.map((each) => ({ key: each, label: t(`campaigns.views.${each}`) }))} value={view} onChange={(next) => onSearch({ view: next })} />
        {view === 'plan' && <Plan campaign={campaign} />}
        {view === 'report' && <Report campaign={campaign} />}
        {view === 'customers' && (
          <Customers
            campaign={campaign}
            filters={{ reason: search.reason, state: search.state }}
            onFilters={({ reason, state }) => onSearch({ view: 'customers', reason, state })}
            onOpen={(customer) => onSearch({ ...search, view: 'customers', customer })}
          />
        )}
        {view === 'course' && (
          <Section title={t('campaigns.views.course')}>
            <Course campaign={campaign} />
          </Section>
        )}
      </Page>
      {search.customer && campaign.can.see_customers && (
        <SidePanel label={t('campaigns.why')} title={t('campaigns.why')} onClose={() => onSearch({ ...search, customer: undefined })}>
          <div className={classes.panel}>
            <Why campaignId={campaign.campaign_id} customerId={search.customer} named />
            <MakeLead key={search.customer} campaign={campaign} customerId={search.customer} />
          </div>
        </SidePanel>
      )}
    </>
  )
}

/** How far a campaign has come among those whom it may write to. */
function Going({ campaign, progress }: { campaign: CampaignWhole; progress: NonNullable<CampaignWhole['progress']> }) {
  const { t } = useTranslation()
  const due = progress.eligible - progress.holdout
  const through = progress.written + progress.dropped
  const share = due === 0 ? 100 : (100 * through) / due
  return (
    <div style={{ marginBottom: 16 }}>
      <p className={classes.standing}>
        {t('campaigns.progress', { written: count(progress.written), due: count(due) })}
        {progress.dropped > 0 && ` ${t('campaigns.progressDropped', { rows: count(progress.dropped) })}`}
      </p>
      {campaign.status !== 'DONE' && <Progress value={share} aria-label={t('campaigns.progressLabel')} />}
    </div>
  )
}
