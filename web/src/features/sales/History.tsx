import { useTranslation } from 'react-i18next'
import { type UseQueryResult } from '@tanstack/react-query'

import { Bone } from '~/ui/Bone'
import { Section } from '~/ui/Section'
import { Problem } from '~/ui/states'
import { Ago } from '~/ui/Time'
import classes from './sales.module.css'

interface Step {
  at: string
  by: { full_name: string } | null
  title: string
  from_label: string | null
  to_label: string
  reason: string
}

/** What was done with it, the latest first. */
export function History({ found }: { found: UseQueryResult<{ items: Step[] }> }) {
  const { t } = useTranslation()
  return (
    <Section title={t('sales.history')}>
      {found.isError && !found.data ? (
        <Problem error={found.error} onRetry={() => void found.refetch()} />
      ) : found.isPending ? (
        <Bone height={64} />
      ) : found.data.items.length === 0 ? (
        <p className="muted">{t('sales.noHistory')}</p>
      ) : (
        <ol className={classes.history}>
          {found.data.items.map((step, index) => (
            <li key={`${step.at}${index}`}>
              <p>
                {step.title}
                {step.from_label && step.from_label !== step.to_label && (
                  <span className="muted">
                    {' '}
                    · {step.from_label} → {step.to_label}
                  </span>
                )}
              </p>
              {step.reason && <p>{step.reason}</p>}
              <p>
                <Ago at={step.at} />
                {step.by && `, ${step.by.full_name}`}
              </p>
            </li>
          ))}
        </ol>
      )}
    </Section>
  )
}
