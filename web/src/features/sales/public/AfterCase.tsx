import '../texts/id/afterCase'

import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'

import { dateTime } from '~/lib/format'
import { Section } from '~/ui/Section'
import { decisionQuery } from '../afterCase/query'

/** Which task followed a closed case, or why none did; nothing before that is decided. */
export function AfterCase({ caseId }: { caseId: string }) {
  const { t } = useTranslation()
  const found = useQuery(decisionQuery(caseId)).data
  if (!found?.decided_at) return null
  return (
    <Section title={t('afterCase.followed')}>
      <p>{found.reason}</p>
      <p className="muted">
        {[found.rule, dateTime(found.decided_at)].filter(Boolean).join(' · ')}
      </p>
      {found.task_id && (
        <Link to="/tasks/$taskId" params={{ taskId: found.task_id }}>
          {t('afterCase.openTask')}
        </Link>
      )}
    </Section>
  )
}
