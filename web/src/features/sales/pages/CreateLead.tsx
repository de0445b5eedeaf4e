import '../texts/id/sales'
import '../texts/id/leads'

import { Button } from '@mantine/core'
import { IconPlus, IconTargetArrow } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import { Page } from '~/ui/Page'
import { State } from '~/ui/states'
import { LeadDialog } from '../leads/LeadDialog'

/** For who records leads and works on none: the form, and what becomes of it. */
export function CreateLead({
  customerId,
  asksNew,
}: {
  customerId: string | undefined
  asksNew: boolean
}) {
  const { t } = useTranslation()
  const [making, setMaking] = useState(asksNew)
  return (
    <Page title={t('leads.create')}>
      <State
        icon={<IconTargetArrow />}
        title={t('leads.createOnly')}
        action={
          <Button leftSection={<IconPlus size={15} />} onClick={() => setMaking(true)}>
            {t('leads.create')}
          </Button>
        }
      >
        <p>{t('leads.createOnlyText')}</p>
      </State>
      {making && <LeadDialog customerId={customerId} onClose={() => setMaking(false)} />}
    </Page>
  )
}
