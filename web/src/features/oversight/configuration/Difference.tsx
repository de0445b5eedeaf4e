import { IconAlertTriangle, IconShieldDown } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'

import { Chip } from '~/ui/Chip'
import type { Plan } from './query'
import classes from './Configuration.module.css'

const TONES = { added: 'success', changed: 'info', removed: 'warning' } as const

/** What an import would do, part by part in sentences; what stands against it comes first, then what lowers protection. */
export function Difference({ plan }: { plan: Plan }) {
  const { t } = useTranslation()
  const lowering = plan.changes.filter((change) => change.lowers)
  const others = plan.changes.filter((change) => !change.lowers)
  const parts = [...new Set(others.map((change) => change.section))]
  return (
    <>
      {plan.problems.length > 0 && (
        <section className={classes.problems} aria-label={t('configuration.problems', { count: plan.problems.length })}>
          <h3>
            <IconAlertTriangle size={16} aria-hidden /> {t('configuration.problems', { count: plan.problems.length })}
          </h3>
          <p>{t('configuration.problemsText')}</p>
          <ul>
            {plan.problems.map((problem, index) => (
              <li key={`${problem.path}-${index}`}>
                <span>{problem.message}</span>
                <code className={classes.path}>{problem.path}</code>
              </li>
            ))}
          </ul>
        </section>
      )}
      {lowering.length > 0 && (
        <section className={classes.lowering} aria-label={t('configuration.lowering', { count: lowering.length })}>
          <h3>
            <IconShieldDown size={16} aria-hidden /> {t('configuration.lowering', { count: lowering.length })}
          </h3>
          <p>{t('configuration.loweringText')}</p>
          <ul>
            {lowering.map((change, index) => (
              <li key={`${change.path}-${index}`}>
                <span>
                  <strong>{change.section_name}</strong>: {change.sentence}
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
      {parts.map((part) => {
        const changes = others.filter((change) => change.section === part)
        return (
          <section key={part} className={classes.part} aria-label={changes[0]?.section_name}>
            <h3>
              {changes[0]?.section_name} <span className="muted num">{changes.length}</span>
            </h3>
            <ul>
              {changes.map((change, index) => (
                <li key={`${change.path}-${index}`}>
                  <Chip tone={TONES[change.kind]}>{t(`configuration.kinds.${change.kind}`)}</Chip>
                  <span>{change.sentence}</span>
                </li>
              ))}
            </ul>
          </section>
        )
      })}
    </>
  )
}
