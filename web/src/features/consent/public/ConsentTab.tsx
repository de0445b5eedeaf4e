import '../texts/id/consent'

import { Button } from '@mantine/core'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import { flatten } from '~/lib/keyset'
import { Bone } from '~/ui/Bone'
import { Chip } from '~/ui/Chip'
import { EndlessList, Listing } from '~/ui/Listing'
import { On } from '~/ui/Time'
import { ConsentDialog } from '../ConsentDialog'
import { ConsentRow } from '../ConsentRow'
import { type CustomerConsent, customerConsentsQuery, historyOptions, type Verification } from '../query'
import { StatusChip } from '../StatusChip'
import classes from '../consent.module.css'

/** What one customer agreed to, purpose by purpose, and all that was ever said. */
export function ConsentTab({ customerId }: { customerId: string }) {
  const { t } = useTranslation()
  const consents = useQuery(customerConsentsQuery(customerId))
  const history = useInfiniteQuery(historyOptions(customerId))
  const [open, setOpen] = useState<{ purpose: CustomerConsent; status: 'GRANTED' | 'WITHDRAWN' } | null>(null)
  // A verification serves several changes until it runs out; leaving the tab forgets it.
  const [verification, setVerification] = useState<Verification | null>(null)
  const holding = verification && new Date(verification.expires_at) > new Date() ? verification : null
  const said = flatten(history.data)
  return (
    <>
      <p className="muted" style={{ margin: '12px 0 4px' }}>
        {t('consent.tabText')}
      </p>
      <Listing list={consents}>
        <ul aria-busy={consents.isPending || undefined}>
          {consents.isPending && [1, 2, 3].map((each) => <Bone key={each} width={420} />)}
          {consents.data?.items.map((purpose) => (
            <PurposeRow key={purpose.consent_type} purpose={purpose} onChange={(status) => setOpen({ purpose, status })} />
          ))}
        </ul>
      </Listing>
      <section className={classes.history} aria-label={t('consent.history')}>
        <h2>{t('consent.history')}</h2>
        <EndlessList list={history} body={null} empty={said.length === 0 && <p className="muted">{t('consent.historyEmpty')}</p>}>
          {said.map((consent) => (
            <ConsentRow key={consent.consent_id} consent={consent} />
          ))}
        </EndlessList>
      </section>
      {open && consents.data && (
        <ConsentDialog
          {...open}
          customerId={customerId}
          methods={consents.data.methods}
          codeChannels={consents.data.code_channels}
          verification={holding}
          onVerification={setVerification}
          onClose={() => setOpen(null)}
        />
      )}
    </>
  )
}

function PurposeRow({ purpose, onChange }: { purpose: CustomerConsent; onChange: (status: 'GRANTED' | 'WITHDRAWN') => void }) {
  const { t } = useTranslation()
  const { standing, can } = purpose
  return (
    <li className={classes.row} data-purpose={purpose.consent_type}>
      <div>
        <span className={classes.name}>{purpose.name}</span>
        <div className={classes.facts}>
          <StatusChip status={standing?.status ?? null} />
          {standing && (
            <span>
              {t('consent.since')} <On at={standing.since} />, {t('consent.how', { channel: standing.captured_channel_name, method: standing.verification_method_name })}
              {standing.wording_number !== null && `, ${t('consent.wordingNumber', { number: standing.wording_number })}`}
            </span>
          )}
          {purpose.narrower.map((each) => (
            <span key={each.channel}>
              {t('consent.onlyChannel', { channel: each.channel_name })} <StatusChip status={each.status} />
            </span>
          ))}
          {purpose.waiting.map((each) => (
            <Chip key={each.request_id} tone="warning">
              {t('consent.waiting')}
            </Chip>
          ))}
          {!purpose.is_active && <Chip>{t('consent.outOfUse')}</Chip>}
          {purpose.is_active && !purpose.wording && <span>{t('consent.noWording')}</span>}
        </div>
      </div>
      <div className={classes.acts}>
        {can.grant && (
          <Button variant="default" aria-label={t('consent.grantTitle', { purpose: purpose.name })} onClick={() => onChange('GRANTED')}>
            {t('consent.grant')}
          </Button>
        )}
        {can.withdraw && (
          <Button variant="default" aria-label={t('consent.withdrawTitle', { purpose: purpose.name })} onClick={() => onChange('WITHDRAWN')}>
            {t('consent.withdraw')}
          </Button>
        )}
      </div>
    </li>
  )
}
