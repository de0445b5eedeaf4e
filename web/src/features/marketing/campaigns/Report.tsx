import { useQuery } from '@tanstack/react-query'
import { IconFlask } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'

import { count, decimal, money, time } from '~/lib/format'
import { Bars } from '~/ui/Bars'
import { Bone } from '~/ui/Bone'
import { Chip } from '~/ui/Chip'
import { Section } from '~/ui/Section'
import { Problem } from '~/ui/states'
import { type CampaignReport, type CampaignWhole, reportQuery } from './query'
import classes from '../marketing.module.css'

const FUNNEL = ['written', 'sent', 'delivered', 'opened', 'clicked', 'replied', 'converted'] as const
const percent = (rate: number) => `${decimal(rate * 100)} %`

/** What came of a campaign: whom it left out and why, and how far its messages came. */
export function Report({ campaign }: { campaign: CampaignWhole }) {
  const { t } = useTranslation()
  const found = useQuery(reportQuery(campaign))
  if (found.isError && !found.data) return <Problem error={found.error} onRetry={() => void found.refetch()} />
  if (!found.data) return <Bone height={360} />
  const report = found.data
  const { funnel } = report
  return (
    <>
      <p className={classes.standing}>
        {report.simulated && (
          <Chip tone="warning" icon={<IconFlask />}>
            {t('campaigns.simulated')}
          </Chip>
        )}
        <span>{t('campaigns.asOf', { at: time(report.as_of) })}</span>
      </p>
      <dl className={classes.figures}>
        <Figure name={t('campaigns.report.audience')} value={count(report.audience)} note={t('campaigns.report.ofTotal', { total: count(report.total) })} />
        <Figure name={t('campaigns.report.eligible')} value={count(report.eligible)} note={report.eligible_rate === null ? undefined : percent(report.eligible_rate)} />
        <Figure name={t('campaigns.report.holdout')} value={count(report.holdout)} />
        <Figure name={t('campaigns.report.waiting')} value={count(funnel.waiting)} />
        <Figure name={t('campaigns.report.failed')} value={count(funnel.failed)} />
        <Figure name={t('campaigns.report.unsubscribed')} value={count(funnel.unsubscribed)} />
        {report.cost_per_click !== null && <Figure name={t('campaigns.report.costPerClick')} value={money(report.cost_per_click)} />}
      </dl>
      <Section title={t('campaigns.report.funnel')}>
        <Bars label={t('campaigns.report.funnel')} bars={FUNNEL.map((key) => ({ key, name: t(`campaigns.funnel.${key}`), parts: [{ tone: 'accent', value: funnel[key] }] }))} />
      </Section>
      {report.leads && <Leads leads={report.leads} />}
      <Reasons report={report} />
      {report.dropped.length > 0 && (
        <Section title={t('campaigns.report.dropped')}>
          <Bars label={t('campaigns.report.dropped')} bars={report.dropped.map((each) => ({ key: each.reason, name: each.label, parts: [{ tone: 'critical', value: each.count }] }))} />
        </Section>
      )}
      {report.failed_reasons.length > 0 && (
        <Section title={t('campaigns.report.failedReasons')}>
          <Bars label={t('campaigns.report.failedReasons')} bars={report.failed_reasons.map((each) => ({ key: each.reason, name: each.label, parts: [{ tone: 'critical', value: each.count }] }))} />
        </Section>
      )}
      {report.holdout_compare && <Comparison compared={report.holdout_compare} />}
    </>
  )
}

function Figure({ name, value, note }: { name: string; value: string; note?: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd className="num">
        {value}
        {note && <small>{note}</small>}
      </dd>
    </div>
  )
}

const LEADS = ['leads', 'contacted', 'qualified', 'won'] as const

/** What sales made of those who responded. */
function Leads({ leads }: { leads: NonNullable<CampaignReport['leads']> }) {
  const { t } = useTranslation()
  return (
    <Section title={t('campaigns.report.leads')}>
      <Bars
        label={t('campaigns.report.leads')}
        bars={LEADS.map((key) => ({
          key,
          name: t(`campaigns.leads.${key}`),
          parts: [{ tone: key === 'won' ? 'success' : 'accent', value: leads[key] }],
        }))}
      />
      <dl className={classes.figures}>
        <Figure name={t('campaigns.leads.open')} value={count(leads.open)} note={money(leads.value_open)} />
        <Figure name={t('campaigns.leads.lost')} value={count(leads.lost)} />
        <Figure name={t('campaigns.leads.valueWon')} value={money(leads.value_won)} />
        {leads.conversion !== null && <Figure name={t('campaigns.leads.conversion')} value={percent(leads.conversion)} />}
        {leads.cost_per_won !== null && <Figure name={t('campaigns.leads.costPerWon')} value={money(leads.cost_per_won)} />}
      </dl>
    </Section>
  )
}

/** Each reason as the first that stopped somebody, and all whom it would have stopped. */
function Reasons({ report }: { report: CampaignReport }) {
  const { t } = useTranslation()
  const reasons = report.reasons.filter((each) => each.all > 0)
  if (reasons.length === 0) return null
  return (
    <Section title={t('campaigns.report.reasons')}>
      <p className={`muted ${classes.note}`}>{t('campaigns.report.inAll', { total: count(report.total) })}</p>
      <Bars
        label={t('campaigns.report.reasons')}
        bars={reasons.map((each) => ({
          key: each.reason,
          name: each.all > each.first ? `${each.label} (${count(each.all)})` : each.label,
          parts: [{ tone: 'critical', value: each.first }],
        }))}
      />
    </Section>
  )
}

function Comparison({ compared }: { compared: NonNullable<CampaignReport['holdout_compare']> }) {
  const { t } = useTranslation()
  const rate = (part: number, whole: number) => (whole === 0 ? '–' : percent(part / whole))
  return (
    <Section title={t('campaigns.report.compare')}>
      <p>{t('campaigns.report.treated', { rows: count(compared.treated), converted: count(compared.treated_converted), rate: rate(compared.treated_converted, compared.treated) })}</p>
      <p>
        {compared.holdout_converted === null
          ? t('campaigns.report.heldUnknown', { rows: count(compared.holdout) })
          : t('campaigns.report.held', { rows: count(compared.holdout), converted: count(compared.holdout_converted), rate: rate(compared.holdout_converted, compared.holdout) })}
      </p>
      {compared.lift !== null && <p>{t('campaigns.report.lift', { lift: percent(compared.lift) })}</p>}
    </Section>
  )
}
