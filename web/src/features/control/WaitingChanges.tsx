import './texts/id/control'

import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { IconUsers } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'

import type { WaitingProps } from '~/features/iam/public/WaitingChanges'
import { Ago } from '~/ui/Time'
import { titleOf, waitingQuery } from './query'
import classes from './control.module.css'

/** The changes of what a page shows that wait for a second person; nothing while none does. */
export function WaitingChanges({ kinds, concerns, subject }: WaitingProps) {
  const { t } = useTranslation()
  const found = useQuery(waitingQuery(concerns)).data?.items ?? []
  const rows = found.filter((row) => (!kinds || kinds.includes(row.kind)) && (!subject || row.subject?.id === subject))
  if (rows.length === 0) return null
  return (
    <section className={classes.waiting} aria-label={t('control.waiting', { count: rows.length })}>
      <IconUsers size={16} aria-hidden />
      <div>
        <strong>{t('control.waiting', { count: rows.length })}</strong>
        {rows.map((row) => (
          <p key={row.id}>
            <Link to="/proposals/$proposalId" params={{ proposalId: row.id }}>
              {titleOf(row)}
            </Link>{' '}
            <span className="muted">
              {t('control.by', { name: row.proposed_by.full_name })}, <Ago at={row.proposed_at} />
            </span>
          </p>
        ))}
      </div>
    </section>
  )
}
