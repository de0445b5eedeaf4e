import { IconBan, IconKey } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'

import { count, date, dateTime } from '~/lib/format'
import { initials } from '~/lib/initials'
import { Avatar } from '~/ui/Avatar'
import { Chip } from '~/ui/Chip'
import { Ago } from '~/ui/Time'
import type { SubjectPerson } from './query'
import classes from './People.module.css'

interface Props {
  people: readonly SubjectPerson[]
  chosen: string | undefined
  onChoose: (actor: string | undefined) => void
}

/** Who had to do with the customer, the latest first; choosing one narrows the records to theirs. */
export function People({ people, chosen, onChoose }: Props) {
  const { t } = useTranslation()
  return (
    <ul className={classes.people} aria-label={t('trail.people')}>
      {people.map((person) => {
        const name = person.actor?.full_name ?? t('oversight.system')
        const on = person.actor !== null && person.actor.id === chosen
        return (
          <li key={person.actor?.id ?? 'system'} className={classes.person} data-on={on || undefined}>
            <Avatar initials={initials(name)} size={28} />
            <div className={classes.words}>
              <p className={classes.head}>
                {person.actor ? (
                  <button type="button" className={classes.name} aria-pressed={on} onClick={() => onChoose(on ? undefined : person.actor?.id)}>
                    {name}
                  </button>
                ) : (
                  <strong>{name}</strong>
                )}
                <span className="num muted">{t('trail.records', { count: person.count, shown: count(person.count) })}</span>
              </p>
              <p className="muted">
                {[person.roles.join(', '), person.actor?.username].filter(Boolean).join(' · ')}
              </p>
              <p className="muted" title={dateTime(person.last_at)}>
                {date(person.first_at) === date(person.last_at) ? '' : `${date(person.first_at)} – `}
                <Ago at={person.last_at} />
              </p>
              {(person.denied > 0 || person.elevated > 0) && (
                <span className={classes.chips}>
                  {person.elevated > 0 && (
                    <Chip tone="warning" icon={<IconKey />}>
                      {t('trail.elevated', { count: person.elevated })}
                    </Chip>
                  )}
                  {person.denied > 0 && (
                    <Chip tone="critical" icon={<IconBan />}>
                      {t('trail.denied', { count: person.denied })}
                    </Chip>
                  )}
                </span>
              )}
              <p className={classes.acts}>{person.actions.map((act) => `${act.label} ${count(act.count)}`).join(' · ')}</p>
              {person.reasons.map((reason) => (
                <q key={reason} className={classes.reason}>
                  {reason}
                </q>
              ))}
            </div>
          </li>
        )
      })}
    </ul>
  )
}
