import { IconCheck, IconCircleCheck, IconCircleX } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'

import classes from './moves.module.css'

interface Props {
  label: string
  /** The open states in their order. */
  steps: readonly { key: string; label: string }[]
  state: string
  /** The word for an end, or for a state of the organisation's own. */
  stateLabel: string
}

/** How far it has come, in words as well as in place. */
export function Stepper({ label, steps, state, stateLabel }: Props) {
  const { t } = useTranslation()
  const at = steps.findIndex((step) => step.key === state)
  const ended = at === -1
  const won = state === 'CLOSED_WON'
  return (
    <ol className={classes.stepper} aria-label={label}>
      {steps.map((step, index) => {
        const done = ended ? won : index < at
        const now = index === at
        return (
          <li
            key={step.key}
            className={classes.step}
            data-done={done || undefined}
            aria-current={now ? 'step' : undefined}
          >
            <span className={classes.mark} aria-hidden>
              {done ? <IconCheck size={13} /> : index + 1}
            </span>
            <span>
              {now ? stateLabel : step.label}
              {done && <span className="visually-hidden"> {t('sales.stepDone')}</span>}
            </span>
          </li>
        )
      })}
      <li
        className={classes.step}
        data-end={ended ? (won ? 'won' : 'lost') : undefined}
        aria-current={ended ? 'step' : undefined}
      >
        <span className={classes.mark} aria-hidden>
          {ended && won ? (
            <IconCircleCheck size={15} />
          ) : ended ? (
            <IconCircleX size={15} />
          ) : (
            steps.length + 1
          )}
        </span>
        <span>{ended ? stateLabel : t('sales.closed')}</span>
      </li>
    </ol>
  )
}
