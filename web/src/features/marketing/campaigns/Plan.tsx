import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { lazy, type ReactNode, Suspense } from 'react'
import { useTranslation } from 'react-i18next'

import { templateQuery } from '~/features/messaging/public/templates'
import { useMe } from '~/features/iam/public/me'
import { dateTime, money } from '~/lib/format'
import { may } from '~/lib/permissions'
import { Bone } from '~/ui/Bone'
import { Chip } from '~/ui/Chip'
import { Facts } from '~/ui/Facts'
import { Section } from '~/ui/Section'
import { PreviewPanel } from '../segments/PreviewPanel'
import type { CampaignWhole } from './query'
import classes from '../marketing.module.css'

const Shown = lazy(() => import('../wizard/MessageStep').then((module) => ({ default: module.Shown })))

/** What a campaign is to do, for whom, how and when. */
export function PlanFacts({ campaign }: { campaign: CampaignWhole }) {
  const { t } = useTranslation()
  const { segment, template } = campaign
  const facts: [string, ReactNode][] = [
    [t('campaigns.fields.objective_kind'), campaign.objective_name],
    [t('campaigns.fields.objective'), campaign.objective || '–'],
    [t('campaigns.fields.expected_result'), campaign.expected_result || '–'],
    [
      t('campaigns.fields.segment_id'),
      segment ? (
        <>
          {campaign.can.see_customers ? (
            <Link to="/segments/$segmentId" params={{ segmentId: segment.segment_id }} className={classes.usedBy}>
              {segment.name}
            </Link>
          ) : (
            segment.name
          )}{' '}
          <span className="muted">{t('campaigns.segmentVersion', { number: segment.number })}</span>{' '}
          {segment.number !== segment.current_number && <Chip tone="warning">{t('campaigns.segmentChanged', { number: segment.current_number })}</Chip>}
        </>
      ) : (
        '–'
      ),
    ],
    [t('campaigns.fields.channel'), campaign.channel_name ?? '–'],
    [
      t('campaigns.fields.template_id'),
      template ? (
        <>
          {template.name} {template.version_id && !template.is_current && <Chip tone="warning">{t('campaigns.templateChanged')}</Chip>}
        </>
      ) : (
        '–'
      ),
    ],
    [t('campaigns.start'), campaign.scheduled_at ? dateTime(campaign.scheduled_at) : t('campaigns.byHand')],
    [t('campaigns.fields.holdout_percent'), campaign.holdout_percent === 0 ? t('campaigns.noHoldout') : `${campaign.holdout_percent} %`],
    [t('campaigns.fields.budget'), campaign.budget === null ? '–' : money(campaign.budget)],
    [t('campaigns.fields.hand_off'), t(campaign.hand_off ? 'common.yes' : 'common.no')],
  ]
  return <Facts facts={facts} labelWidth={180} />
}

/** The whole plan, as somebody decides about it: facts, message, and the audience as it is today. */
export function Plan({ campaign }: { campaign: CampaignWhole }) {
  const { t } = useTranslation()
  const me = useMe()
  const counts = campaign.can.see_customers && campaign.segment !== null && campaign.frozen_at === null
  return (
    <div className={counts ? classes.split : undefined}>
      <div>
        <Section title={t('campaigns.plan')}>
          <PlanFacts campaign={campaign} />
        </Section>
        {campaign.template && may(me, 'message_template', 'R') && (
          <Section title={t('campaigns.messagePreview')}>
            <Message templateId={campaign.template.template_id} values={campaign.message_values} />
          </Section>
        )}
      </div>
      {counts && campaign.segment && <PreviewPanel audience={{ segmentId: campaign.segment.segment_id }} channel={campaign.channel} />}
    </div>
  )
}

function Message({ templateId, values }: { templateId: string; values: Record<string, string> }) {
  const found = useQuery(templateQuery(templateId))
  if (!found.data) return found.isError ? null : <Bone height={200} />
  return (
    <Suspense fallback={<Bone height={200} />}>
      <Shown template={found.data} values={values} />
    </Suspense>
  )
}

/** Who planned, submitted, decided and started it, and when. */
export function Course({ campaign }: { campaign: CampaignWhole }) {
  const { t } = useTranslation()
  const by = (who: { full_name: string } | null, at: string) => t('campaigns.by', { name: who?.full_name ?? '–', at: dateTime(at) })
  const facts: [string, ReactNode][] = [[t('campaigns.course.created'), by(campaign.created_by, campaign.created_at)]]
  if (campaign.submitted_at) facts.push([t('campaigns.course.submitted'), by(campaign.submitted_by, campaign.submitted_at)])
  if (campaign.approved_at) facts.push([t('campaigns.course.approved'), by(campaign.approved_by, campaign.approved_at)])
  if (campaign.decision_note) facts.push([t('campaigns.course.note'), campaign.decision_note])
  if (campaign.started_at) facts.push([t('campaigns.course.started'), dateTime(campaign.started_at)])
  if (campaign.frozen_at) facts.push([t('campaigns.course.frozen'), dateTime(campaign.frozen_at)])
  if (campaign.ended_at) facts.push([t('campaigns.course.ended'), dateTime(campaign.ended_at)])
  if (campaign.revision > 1) facts.push([t('campaigns.course.revision'), campaign.revision])
  return <Facts facts={facts} labelWidth={180} />
}
