import { Switch } from '@mantine/core'
import { useTranslation } from 'react-i18next'

import { api } from '~/api/client'
import { unwrap } from '~/api/problem'
import { date } from '~/lib/format'
import { Section } from '~/ui/Section'
import type { useStale } from '~/ui/useStale'
import type { Switch as NamedGrant, User } from '../types'
import { usePerson } from './usePerson'
import classes from './Users.module.css'

interface Props {
  user: User
  stale: ReturnType<typeof useStale>
}

const same = (one: NamedGrant, other: NamedGrant) => one.resource === other.resource && one.action === other.action

/** Grants that a role offers and that work only for who is named here, such as exports. */
export function Switches({ user, stale }: Props) {
  const { t } = useTranslation()
  const turn = usePerson<NamedGrant>({
    user,
    stale,
    run: (turned, version) =>
      unwrap(
        api.PUT('/api/v1/users/{user_id}/switches', {
          params: { path: { user_id: user.id } },
          body: { version, switches: user.switches.filter((each) => (same(each, turned) ? !each.on : each.on)).map(({ resource, action }) => ({ resource, action: action as 'R' })) },
        }),
      ),
    done: (turned) => t(turned.on ? 'admin.switchedOff' : 'admin.switchedOn', { name: turned.resource_name }),
  })
  if (user.switches.length === 0) return null
  return (
    <Section title={t('admin.switches')}>
      <p className="muted">{t('admin.switchesText')}</p>
      <ul className={classes.list}>
        {user.switches.map((each) => (
          <li key={`${each.resource}${each.action}`} className={classes.item}>
            <Switch
              label={`${each.action_name}: ${each.resource_name}`}
              description={each.on && each.switched_by && each.switched_at ? t('admin.switchedBy', { name: each.switched_by.full_name, date: date(each.switched_at) }) : t('admin.offeredBy', { names: each.offered_by.join(', ') })}
              checked={each.on}
              disabled={!user.can.switches || turn.busy}
              onChange={() => turn.go(each)}
            />
          </li>
        ))}
      </ul>
    </Section>
  )
}
