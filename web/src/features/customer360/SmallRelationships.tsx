import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'

import type { Customer360 } from '~/api/models'
import { Section } from '~/ui/Section'
import { RelationshipGraph } from './RelationshipGraph'

export function SmallRelationships({ data, onAll }: { data: Customer360; onAll: () => void }) {
  const { t } = useTranslation()
  const { relationships, customer } = data
  if (!data.tabs.includes('relationships')) return null
  return (
    <Section
      title={t('record.relationships')}
      aside={
        relationships.length > 0 && (
          <Button variant="subtle" size="compact-xs" onClick={onAll}>
            {t('common.all')} ({relationships.length})
          </Button>
        )
      }
    >
      {relationships.length === 0 ? (
        <p className="muted">{t('record.relationshipsEmpty')}</p>
      ) : (
        <RelationshipGraph name={customer.full_name} initials={customer.initials} relationships={relationships} width={252} height={relationships.length > 2 ? 150 : 60} limit={4} />
      )}
    </Section>
  )
}
