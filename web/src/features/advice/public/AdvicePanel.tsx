import '../texts/id/nextActions'

import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'

import { useMe } from '~/features/iam/public/me'
import { date } from '~/lib/format'
import { may } from '~/lib/permissions'
import { Bone } from '~/ui/Bone'
import { Section } from '~/ui/Section'
import { Problem } from '~/ui/states'
import { DecideButtons } from '../DecideButtons'
import { PriorityChip } from '../PriorityChip'
import { type Advice, type AdviceDecision, customerAdviceQuery } from '../query'
import { RejectDialog } from '../RejectDialog'
import { useDecide } from '../useDecide'
import classes from '../advice.module.css'

/** What to do next for a customer, each with its reason: accept, put off or reject, and the way back. */
export function AdvicePanel({ customerId }: { customerId: string }) {
  const me = useMe()
  return may(me, 'advice', 'R') ? <Panel customerId={customerId} /> : null
}

function Panel({ customerId }: { customerId: string }) {
  const { t } = useTranslation()
  const found = useQuery(customerAdviceQuery(customerId))
  const [open, setOpen] = useState(true)
  const [rejecting, setRejecting] = useState<Advice | null>(null)
  const { isGone, decide, undo } = useDecide()
  const id = useId()
  const items = (found.data?.items ?? []).filter((each) => !isGone(each))
  return (
    <Section
      title={t('nextActions.title')}
      aside={
        <Button
          variant="subtle"
          color="gray"
          size="compact-xs"
          aria-expanded={open}
          aria-controls={id}
          onClick={() => setOpen(!open)}
        >
          {t(open ? 'nextActions.hide' : 'nextActions.show', { count: items.length })}
        </Button>
      }
    >
      <div id={id} hidden={!open}>
        {found.isError && !found.data ? (
          <Problem error={found.error} onRetry={() => void found.refetch()} />
        ) : !found.data ? (
          <Bone height={72} />
        ) : (
          <>
            {items.length === 0 && <p className="muted">{t('nextActions.none')}</p>}
            <ul className={classes.items}>
              {items.map((each) => (
                <li key={`${each.rule_code}${each.related_id}`}>
                  <span className={classes.title}>
                    {each.title} <PriorityChip of={each} />
                  </span>
                  <p className={classes.reason}>
                    {each.reason} <Related of={each} />
                  </p>
                  <DecideButtons advice={each} onDecide={decide} onReject={setRejecting} />
                </li>
              ))}
            </ul>
            {found.data.withheld.length > 0 && (
              <ul className={classes.notes}>
                {found.data.withheld.map((reason) => (
                  <li key={reason}>{reason}</li>
                ))}
              </ul>
            )}
            <Decided decided={found.data.decided} onUndo={undo} />
          </>
        )}
      </div>
      {rejecting && (
        <RejectDialog
          advice={rejecting}
          onReject={(reason) => {
            decide(rejecting, { decision: 'REJECTED', reason })
            setRejecting(null)
          }}
          onClose={() => setRejecting(null)}
        />
      )}
    </Section>
  )
}

function Related({ of }: { of: Advice }) {
  if (!of.related?.label) return null
  if (!of.related.address) return <span className="num">{of.related.label}</span>
  return (
    <Link to={of.related.address as '/'} preload={false} className="num">
      {of.related.label}
    </Link>
  )
}

function Decided({ decided, onUndo }: { decided: readonly AdviceDecision[]; onUndo: (made: AdviceDecision) => void }) {
  const { t } = useTranslation()
  if (decided.length === 0) return null
  return (
    <ul className={classes.decided} aria-label={t('nextActions.decided')}>
      {decided.map((each) => (
        <li key={each.advice_id}>
          <span className="muted">
            {[
              `${each.decision_label}: ${each.title}`,
              each.outcome_label,
              each.snoozed_until
                ? t('nextActions.until', { date: date(each.snoozed_until) })
                : t('nextActions.cooldown', { count: each.cooldown_days }),
            ]
              .filter(Boolean)
              .join(' · ')}
          </span>
          {each.task_id && (
            <Link to="/tasks/$taskId" params={{ taskId: each.task_id }} preload={false}>
              {t('nextActions.openTask')}
            </Link>
          )}
          {each.can.undo && (
            <Button
              variant="subtle"
              size="compact-xs"
              aria-label={t('nextActions.undoOf', { title: each.title })}
              onClick={() => onUndo(each)}
            >
              {t('nextActions.undo')}
            </Button>
          )}
        </li>
      ))}
    </ul>
  )
}
