import { useTranslation } from 'react-i18next'

import { money } from '~/lib/format'
import { useLabel } from '~/lib/labels'
import { Ago, On } from '~/ui/Time'
import { agentName } from '../chips'
import type { Contact, Deposit } from '../model'
import classes from '../followup.module.css'

/** What was done with a member, the latest first. */
export function Contacts({ contacts }: { contacts: readonly Contact[] }) {
  const { t } = useTranslation()
  const label = useLabel()
  if (contacts.length === 0) return <p className="muted">{t('followup.noFollowups')}</p>
  return (
    <ul className={classes.plain}>
      {contacts.map((each) => (
        <li key={each.id} data-followup={each.id}>
          <strong>{label('followup.types', each.activity_type)}</strong>
          {each.outcome && <span>{label('followup.outcomes', each.outcome)}</span>}
          {each.by && <span className="muted">{agentName(t, each.by)}</span>}
          <span className="muted">
            <Ago at={each.happened_at} short />
          </span>
          <p className={each.note === null ? `${classes.note} muted` : classes.note}>
            {each.note ?? t('followup.hiddenNote')}
          </p>
        </li>
      ))}
    </ul>
  )
}

/** Deposits that count, the latest first. */
export function Deposits({ deposits }: { deposits: readonly Deposit[] }) {
  const { t } = useTranslation()
  const label = useLabel()
  if (deposits.length === 0) return <p className="muted">{t('followup.depositsNone')}</p>
  return (
    <ul className={classes.plain}>
      {deposits.map((each) => (
        <li key={`${each.occurred_at}.${each.amount}.${each.kind}`}>
          <strong className="num">{each.amount === null ? '–' : money(each.amount)}</strong>
          <span className="muted">{label('followup.depositKinds', each.kind)}</span>
          <On at={each.occurred_at} />
        </li>
      ))}
    </ul>
  )
}
