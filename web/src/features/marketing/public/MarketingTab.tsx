import '../texts/id/eligibility'

import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { IconAlertTriangle, IconBan, IconSpeakerphone } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import { ConsentBadge } from '~/features/consent/public/ConsentBadge'
import { useMe } from '~/features/iam/public/me'
import { dateTime } from '~/lib/format'
import { Chip } from '~/ui/Chip'
import { ListBones } from '~/ui/ListBones'
import { Problem, State } from '~/ui/states'
import { type Offers, offersQuery } from '../campaigns/query'
import { VerdictChip, Why } from '../eligibility/Why'
import { readsAll } from '../rights'
import classes from '../eligibility/eligibility.module.css'

/** What stands for or against offers to one customer, and each campaign of late with its reason and what came of it. */
export function MarketingTab({ customerId }: { customerId: string }) {
  const { t } = useTranslation()
  const found = useQuery(offersQuery(customerId))
  if (found.isError && !found.data) return <Problem error={found.error} onRetry={() => void found.refetch()} />
  if (!found.data) return <ListBones />
  const offers = found.data
  return (
    <>
      <p className="muted" style={{ margin: '12px 0 4px' }}>
        {t('eligibility.tabText')}
      </p>
      <Standing offers={offers} />
      {offers.items.length === 0 ? (
        <State icon={<IconSpeakerphone />} title={t('eligibility.noCampaigns')}>
          <p>{t('eligibility.noCampaignsText')}</p>
        </State>
      ) : (
        <ul>
          {offers.items.map((each) => (
            <Offer key={each.campaign.campaign_id} offer={each} customerId={customerId} />
          ))}
        </ul>
      )}
    </>
  )
}

function Standing({ offers }: { offers: Offers }) {
  const { t } = useTranslation()
  const { suppressed_channels: suppressed, has_open_sensitive_case: open } = offers
  return (
    <div className={classes.standing}>
      <ConsentBadge consent={offers.consent as Parameters<typeof ConsentBadge>[0]['consent']} />
      <Chip tone={suppressed.length > 0 ? 'critical' : 'neutral'} icon={<IconBan />}>
        {suppressed.length > 0 ? t('eligibility.suppressed', { channels: suppressed.map((each) => each.name).join(', ') }) : t('eligibility.notSuppressed')}
      </Chip>
      <Chip tone={open ? 'critical' : 'neutral'} icon={<IconAlertTriangle />}>
        {t(open ? 'eligibility.sensitiveCase' : 'eligibility.noSensitiveCase')}
      </Chip>
    </div>
  )
}

function Offer({ offer, customerId }: { offer: Offers['items'][number]; customerId: string }) {
  const { t } = useTranslation()
  const me = useMe()
  const [open, setOpen] = useState(false)
  const { campaign } = offer
  return (
    <li className={classes.offer} data-row={campaign.campaign_id}>
      <div className={classes.offerHead}>
        {readsAll(me) ? (
          <Link to="/campaigns/$campaignId" params={{ campaignId: campaign.campaign_id }} className={classes.offerName}>
            {campaign.name}
          </Link>
        ) : (
          <span className={classes.offerName}>{campaign.name}</span>
        )}
        <VerdictChip eligible={offer.is_eligible} name={offer.reason_name} />
        {offer.is_holdout && <Chip tone="info">{t('eligibility.holdout')}</Chip>}
      </div>
      <p className="muted">{[campaign.number, campaign.channel_name, campaign.segment_name, campaign.status_name].filter(Boolean).join(' · ')}</p>
      {offer.explanation && <p>{offer.explanation}</p>}
      {offer.events.length > 0 && (
        <ul className={classes.events} aria-label={t('eligibility.events')}>
          {offer.events.map((event) => (
            <li key={`${event.kind}${event.at}`}>
              <strong>{t(`eligibility.event.${event.kind}`)}</strong> <span className="muted">{dateTime(event.at)}</span>
            </li>
          ))}
        </ul>
      )}
      <button type="button" className={classes.more} aria-expanded={open} onClick={() => setOpen(!open)}>
        {t(open ? 'eligibility.hideWhy' : 'eligibility.showWhy')}
      </button>
      {open && (
        <div className={classes.panel}>
          <Why campaignId={campaign.campaign_id} customerId={customerId} />
        </div>
      )}
    </li>
  )
}
