import './texts/id/leads'

import {
  IconAlertTriangle,
  IconChartBar,
  IconCircle,
  IconCircleCheck,
  IconCircleX,
  IconClock,
  IconFlame,
  IconHeadset,
  IconHourglass,
  IconPencil,
  IconPhoneCheck,
  IconPlugConnected,
  IconRoute,
  IconSnowflake,
  IconSpeakerphone,
  IconStar,
  IconSun,
} from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

import { date } from '~/lib/format'
import { Chip, type Tone } from '~/ui/Chip'
import { Ago } from '~/ui/Time'
import type { Aging, Lead, LeadSource, Opportunity } from './model'
import classes from './sales.module.css'

const STATE: Record<string, [Tone, typeof IconCircle]> = {
  NEW: ['info', IconCircle],
  CONTACTED: ['info', IconPhoneCheck],
  QUALIFIED: ['accent', IconStar],
  PROPOSAL: ['accent', IconPencil],
  NEGOTIATION: ['accent', IconHourglass],
  CLOSED_WON: ['success', IconCircleCheck],
  CLOSED_LOST: ['critical', IconCircleX],
}

/** Where a lead or an opportunity stands, in the server's word. */
export function StateChip({ state, name }: { state: string; name: string }) {
  const [tone, Icon] = STATE[state] ?? ['neutral', IconCircle]
  return (
    <Chip tone={tone} icon={<Icon />}>
      {name}
    </Chip>
  )
}

const SOURCE: Record<LeadSource, typeof IconCircle> = {
  CAMPAIGN: IconSpeakerphone,
  MANUAL: IconPencil,
  SERVICE_FOLLOWUP: IconHeadset,
  JOURNEY: IconRoute,
  INTAKE_API: IconPlugConnected,
}

/** Where it comes from. */
export function SourceChip({ source }: { source: Lead['source'] }) {
  const Icon = SOURCE[source.type]
  return (
    <Chip icon={<Icon />} title={source.label ?? undefined}>
      {source.type_label}
    </Chip>
  )
}

const AGING: Record<Aging, [Tone, typeof IconCircle]> = {
  FRESH: ['success', IconClock],
  WAITING: ['warning', IconHourglass],
  LATE: ['critical', IconAlertTriangle],
}

/** How many days it has stood where it stands, and whether that is too long. */
export function AgingChip({ of }: { of: Pick<Lead | Opportunity, 'aging' | 'age_days'> }) {
  const { t } = useTranslation()
  if (!of.aging) return null
  const [tone, Icon] = AGING[of.aging]
  return (
    <Chip tone={tone} icon={<Icon />} title={t('sales.agingText', { count: of.age_days })}>
      {t('sales.days', { count: of.age_days })} · {t(`sales.aging.${of.aging}`)}
    </Chip>
  )
}

/** The age of what is open, the day that the rest was closed. */
export function Age({ of }: { of: Lead | Opportunity }) {
  return of.aging ? <AgingChip of={of} /> : of.closed_at ? <Ago at={of.closed_at} short /> : null
}

/** The expected day; what has passed says so in words as well. */
export function ExpectedClose({ of }: { of: Opportunity }) {
  const { t } = useTranslation()
  if (!of.overdue) return <span className="num nowrap">{date(of.expected_close_on)}</span>
  return (
    <Chip tone="critical" icon={<IconAlertTriangle />} title={t('sales.closeOverdue')}>
      <span className="visually-hidden">{t('sales.closeOverdue')}: </span>
      {date(of.expected_close_on)}
    </Chip>
  )
}

const BANDS: Record<string, [Tone, typeof IconCircle]> = {
  HOT: ['critical', IconFlame],
  WARM: ['warning', IconSun],
  COOL: ['info', IconChartBar],
  COLD: ['neutral', IconSnowflake],
}

/** The score of a lead by its band; the parts stand in the tip, and in full on its page. */
export function ScoreChip({ of }: { of: Pick<Lead, 'score'> }) {
  const { t } = useTranslation()
  const score = of.score
  if (!score?.band)
    return score?.withheld ? (
      <span className="muted" title={score.withheld}>
        {t('leads.noScore')}
      </span>
    ) : null
  const [tone, Icon] = BANDS[score.band] ?? ['neutral', IconCircle]
  const why = score.breakdown.map((part) => `+${part.points} ${part.label}`).join(', ')
  return (
    <Chip tone={tone} icon={<Icon />} title={why || undefined}>
      {t('leads.scoreOf', { band: score.band_label, total: score.total })}
    </Chip>
  )
}

/** The customer's page, for who may open it. */
export function CustomerLink({ customer, tab }: { customer: Lead['customer']; tab?: string }) {
  if (!customer.reached) return <span className="muted">{customer.name}</span>
  return (
    <Link
      to="/customers/$customerId"
      params={{ customerId: customer.id }}
      search={{ tab }}
      preload={false}
      className={classes.link}
    >
      {customer.name}
    </Link>
  )
}

/** A person, or that there is none. */
export function Owner({ of }: { of: Lead['assigned_to'] }): ReactNode {
  const { t } = useTranslation()
  return of ? (
    of.full_name
  ) : (
    <Chip tone="warning" icon={<IconAlertTriangle />}>
      {t('sales.nobody')}
    </Chip>
  )
}
