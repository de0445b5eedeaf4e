import { Link } from '@tanstack/react-router'
import { IconArrowRight } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'

import { useMe } from '~/features/iam/public/me'
import { dateTime } from '~/lib/format'
import { SkippedLine, StatusChip } from '../chips'
import type { MemberStatus, Step } from '../model'
import { readsFigures } from '../rights'
import classes from '../followup.module.css'

interface Props {
  /** The oldest first. */
  steps: readonly Step[]
  now: MemberStatus
}

/** 1 -> 2 -> 3 in one line, then every step with its window and its reason. */
export function Path({ steps, now }: Props) {
  const { t } = useTranslation()
  const reports = readsFigures(useMe())
  const last = steps.length - 1
  return (
    <>
      <p className={`${classes.small} muted`}>{t('followup.pathText')}</p>
      <ol className={classes.trail} aria-label={t('followup.path')}>
        {steps.map((step, at) => (
          <li key={step.id}>
            {at > 0 && <IconArrowRight size={16} aria-hidden />}
            <span
              className={`${classes.number} num`}
              data-now={(at === last && now !== 'LEFT') || undefined}
              title={step.agent.name}
              aria-current={(at === last && now !== 'LEFT') || undefined}
            >
              {step.number}
            </span>
          </li>
        ))}
      </ol>
      <ol className={classes.steps}>
        {[...steps].reverse().map((step) => (
          <li key={step.id}>
            <div className={classes.stepHead}>
              <strong>
                {t('followup.agentOf', { number: step.number, name: step.agent.name })}
              </strong>
              <StatusChip status={step.status} />
            </div>
            <span>
              {t(`followup.reasons.${step.reason}`)}
              {step.from_number !== null && (
                <>, {t('followup.fromNumber', { number: step.from_number })}</>
              )}
            </span>
            <SkippedLine skipped={step.skipped} />
            <span className="muted">
              {t('followup.window')}:{' '}
              {t('followup.span', {
                from: dateTime(step.window_started_at),
                to: dateTime(step.window_ends_at),
              })}
            </span>
            {step.window_reason && <span>{t(`followup.windowReasons.${step.window_reason}`)}</span>}
            {step.ended_at && step.ended_reason && (
              <span className="muted">
                {t('followup.endedAs', {
                  reason: t(`followup.reasons.${step.ended_reason}`),
                  at: dateTime(step.ended_at),
                })}
              </span>
            )}
            <span className="muted">
              {t('followup.decidedAt', { at: dateTime(step.decided_at) })}
              {reports && (
                <>
                  {' · '}
                  <Link to="/followup/runs/$runId" params={{ runId: step.run_id }} preload={false}>
                    {t('followup.run')}
                  </Link>
                </>
              )}
            </span>
          </li>
        ))}
      </ol>
    </>
  )
}
