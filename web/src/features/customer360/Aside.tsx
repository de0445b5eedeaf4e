import { useTranslation } from 'react-i18next'

import type { Customer360 } from '~/api/models'
import { Accounts, Activity } from '~/features/value/public/Activity'
import { ValueCard } from '~/features/value/public/ValueCard'
import { count } from '~/lib/format'
import { useLabel } from '~/lib/labels'
import { Facts } from '~/ui/Facts'
import { Section } from '~/ui/Section'
import { Ago } from '~/ui/Time'

export function Aside({ data }: { data: Customer360 }) {
  // Roles that see only identity or contact get empty figures, which would read as a customer without any business.
  if (data.tabs.length === 0) return null
  return (
    <>
      <ValueCard customerId={data.customer.customer_id} />
      <Activity activity={data.activity} />
      <Accounts accounts={data.accounts} />
      <Interactions interactions={data.interactions} />
    </>
  )
}

function Interactions({ interactions }: { interactions: Customer360['interactions'] }) {
  const { t } = useTranslation()
  const label = useLabel()
  const { last_contact_at: at, last_channel: channel, last_by: by } = interactions
  return (
    <Section title={t('record.interactions')}>
      <Facts
        facts={[
          [
            t('record.lastContact'),
            at ? (
              <>
                <Ago at={at} />
                {channel && `, ${label('customers.contactChannels', channel)}`}
                {by && <span className="muted">, {t('record.by', { name: by })}</span>}
              </>
            ) : (
              <span className="muted">{t('record.never')}</span>
            ),
          ],
          [t('record.contacts90'), <span className="num">{count(interactions.contacts_90d)}</span>],
          [t('record.openTasks'), <span className="num">{count(interactions.open_tasks)}</span>],
        ]}
      />
    </Section>
  )
}
