import '../texts/id/eligibility'

import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { IconCheck, IconCircleCheck, IconCircleX, IconX } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

import { dateTime } from '~/lib/format'
import { Chip } from '~/ui/Chip'
import { Facts } from '~/ui/Facts'
import { ListBones } from '~/ui/ListBones'
import { Problem } from '~/ui/states'
import { type Eligibility, eligibilityQuery } from '../campaigns/query'
import classes from './eligibility.module.css'

/** Why one customer gets the offers of a campaign or does not: each gate that stopped it, and each part of the rule. `named` where the page does not say who it is. */
export function Why({ campaignId, customerId, named = false }: { campaignId: string; customerId: string; named?: boolean }) {
  const found = useQuery(eligibilityQuery(campaignId, customerId))
  if (found.isError && !found.data) return <Problem error={found.error} onRetry={() => void found.refetch()} />
  if (!found.data) return <ListBones />
  return <Answer found={found.data} named={named} />
}

export function VerdictChip({ eligible, name }: { eligible: boolean; name?: string | null }) {
  const { t } = useTranslation()
  return (
    <Chip tone={eligible ? 'success' : 'critical'} icon={eligible ? <IconCircleCheck /> : <IconCircleX />}>
      {eligible ? t('eligibility.yes') : name ? t('eligibility.noBecause', { reason: name }) : t('eligibility.no')}
    </Chip>
  )
}

function Answer({ found, named }: { found: Eligibility; named: boolean }) {
  const { t } = useTranslation()
  const { now } = found
  const first = (reasons: Eligibility['reasons']) => reasons[0]?.label
  const frozen = found.evaluated_at !== null
  const changed = frozen && (now.is_eligible !== found.is_eligible || now.reasons.map((each) => each.reason).join() !== found.reasons.map((each) => each.reason).join())
  return (
    <div className={classes.why}>
      {named && <p className={classes.who}>{found.customer.name}</p>}
      <p className={classes.verdict}>
        <VerdictChip eligible={found.is_eligible} name={first(found.reasons)} />
        {found.is_holdout && <Chip tone="info">{t('eligibility.holdout')}</Chip>}
        <span className="muted">{found.evaluated_at ? t('eligibility.foundAt', { at: dateTime(found.evaluated_at) }) : t('eligibility.live')}</span>
      </p>
      {found.is_holdout && <p>{t('eligibility.holdoutText')}</p>}
      <Reasons reasons={found.reasons} />
      {found.dropped_reason && (
        <section>
          <h3 className={classes.title}>{t('eligibility.dropped')}</h3>
          <Reasons reasons={[found.dropped_reason]} />
        </section>
      )}
      {changed && (
        <section>
          <h3 className={classes.title}>{t('eligibility.now')}</h3>
          <p>
            <VerdictChip eligible={now.is_eligible} name={first(now.reasons)} />
          </p>
          <Reasons reasons={now.reasons} />
        </section>
      )}
      <section>
        <h3 className={classes.title}>{t('eligibility.rule')}</h3>
        <p className={classes.sentence}>{found.rule.sentence || t(now.reasons.some((each) => each.reason === 'NOT_IN_RULE') ? 'eligibility.notOnList' : 'eligibility.onList')}</p>
        <ul className={classes.parts}>
          {found.rule.parts.map((part, index) => (
            <li key={index} data-holds={part.holds || undefined}>
              {part.holds ? <IconCheck size={15} aria-label={t('eligibility.holds')} /> : <IconX size={15} aria-label={t('eligibility.fails')} />}
              <span>{part.sentence}</span>
            </li>
          ))}
        </ul>
      </section>
      {found.message && <Message message={found.message} />}
      {named && found.customer.reached && (
        <p>
          <Link to="/customers/$customerId" params={{ customerId: found.customer.id }} search={{ tab: 'marketing' }} preload={false} className={classes.link}>
            {t('eligibility.openCustomer')}
          </Link>
        </p>
      )}
    </div>
  )
}

function Reasons({ reasons }: { reasons: Eligibility['reasons'] }) {
  if (reasons.length === 0) return null
  return (
    <ul className={classes.reasons}>
      {reasons.map((each) => (
        <li key={each.reason}>
          <strong>{each.label}</strong>
          <span>{each.explanation}</span>
        </li>
      ))}
    </ul>
  )
}

function Message({ message }: { message: NonNullable<Eligibility['message']> }) {
  const { t } = useTranslation()
  const moments = (['sent_at', 'delivered_at', 'opened_at', 'clicked_at', 'replied_at', 'failed_at'] as const).flatMap((key): [string, ReactNode][] => {
    const at = message[key]
    return at ? [[t(`eligibility.moments.${key}`), dateTime(at)]] : []
  })
  return (
    <section>
      <h3 className={classes.title}>{t('eligibility.message')}</h3>
      <Facts facts={[[t('eligibility.status'), message.status_name], ...moments]} />
    </section>
  )
}
