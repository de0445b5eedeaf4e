import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { IconArrowRight } from '@tabler/icons-react'
import { useState } from 'react'
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

const SHOWN = 6

/** 1 -> 2 -> 3 in one line, then the steps with windows and reasons, the latest first. */
export function Path({ steps, now }: Props) {
  const { t } = useTranslation()
  const reports = readsFigures(useMe())
  const [all, setAll] = useState(false)
  const last = steps.length - 1
  const newest = [...steps].reverse()
  const hidden = all ? 0 : Math.max(0, steps.length - SHOWN)
  return (
    <>
      <ol className={classes.trail} aria-label={t('followup.path')}>
        {steps.map((step, at) => (
          <li key={step.step}>
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
        {newest.slice(0, steps.length - hidden).map((step) => (
          <StepRow key={step.step} step={step} reports={reports} />
        ))}
      </ol>
      {hidden > 0 && (
        <Button variant="default" onClick={() => setAll(true)}>
          {t('followup.earlier', { count: hidden })}
        </Button>
      )}
    </>
  )
}

/** One agent's turn: why the member came, who was passed over, and the window. Why it ended, the next one says. */
function StepRow({ step, reports }: { step: Step; reports: boolean }) {
  const { t } = useTranslation()
  return (
    <li>
      <div className={classes.stepHead}>
        <strong>{t('followup.agentOf', { number: step.number, name: step.agent.name })}</strong>
        {step.status !== 'ROTATED' && <StatusChip status={step.status} />}
      </div>
      <span>
        {t(`followup.reasons.${step.reason}`)}
        {step.from_number !== null && (
          <>, {t('followup.fromNumber', { number: step.from_number })}</>
        )}
      </span>
      <SkippedLine skipped={step.skipped} />
      {step.window_reason && <span>{t(`followup.windowReasons.${step.window_reason}`)}</span>}
      <SkippedLine skipped={step.window_skipped} />
      {step.status === 'LEFT' && step.ended_at && step.ended_reason && (
        <span>
          {t('followup.endedAs', {
            reason: t(`followup.reasons.${step.ended_reason}`),
            at: dateTime(step.ended_at),
          })}
        </span>
      )}
      <span className="muted">
        {t('followup.span', {
          from: dateTime(step.started_at),
          to: dateTime(step.ended_at ?? step.window_ends_at),
        })}
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
  )
}
