import { useTranslation } from 'react-i18next'

import { useMe } from '~/features/iam/public/me'
import { ActivityComposer } from '~/features/tasks/public/ActivityComposer'
import { ActivityList } from '~/features/tasks/public/ActivityList'
import { may } from '~/lib/permissions'
import { Section } from '~/ui/Section'
import classes from './sales.module.css'

interface Props {
  customerId: string
  /** The lead or the opportunity; all of the customer's without it. */
  subject?: { type: 'LEAD' | 'OPPORTUNITY'; id: string }
  /** Whether one may be added here. */
  writes?: boolean
}

/** What was done with a customer about a lead or an opportunity, and the way to add to it. */
export function Activities({ customerId, subject, writes = true }: Props) {
  const { t } = useTranslation()
  const me = useMe()
  const logs = writes && may(me, 'activity', 'C')
  const reads = may(me, 'activity', 'R')
  if (!logs && !reads) return null
  return (
    <Section title={t('sales.activities')}>
      <div className={classes.activities}>
        {logs && <ActivityComposer customerId={customerId} subject={subject} />}
        {reads && <ActivityList customerId={customerId} subjectId={subject?.id} />}
      </div>
    </Section>
  )
}
