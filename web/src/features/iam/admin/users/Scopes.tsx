import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import { api } from '~/api/client'
import { unwrap } from '~/api/problem'
import { date } from '~/lib/format'
import { Chip } from '~/ui/Chip'
import { Confirm } from '~/ui/Confirm'
import { Section } from '~/ui/Section'
import type { useStale } from '~/ui/useStale'
import type { User, UserScope } from '../types'
import { AddScopeDialog, type NewScope } from './ScopeDialogs'
import { usePerson } from './usePerson'
import classes from './Users.module.css'

interface Props {
  user: User
  stale: ReturnType<typeof useStale>
}

const TONES = { ACTIVE: 'success', FUTURE: 'info', ENDED: 'neutral' } as const

/** Where somebody works, worked and will work; an assignment is ended, never taken out of the history. */
export function Scopes({ user, stale }: Props) {
  const { t } = useTranslation()
  const [adding, setAdding] = useState(false)
  const [ending, setEnding] = useState<UserScope | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const [all, setAll] = useState(false)
  const path = { user_id: user.id }
  const add = usePerson<NewScope>({
    user,
    stale,
    run: (scope, version) => unwrap(api.POST('/api/v1/users/{user_id}/scopes', { params: { path }, body: { ...scope, version } })),
    done: () => t('admin.scopeAdded'),
    onDone: () => setAdding(false),
    onFields: (fields) => setProblem(Object.values(fields)[0]?.[0] ?? null),
  })
  const end = usePerson<UserScope>({
    user,
    stale,
    run: (scope, version) => unwrap(api.POST('/api/v1/users/{user_id}/scopes/{scope_id}/end', { params: { path: { ...path, scope_id: scope.id } }, body: { version } })),
    done: (scope) => t('admin.scopeEnded', { name: scope.name }),
    onDone: () => setEnding(null),
  })
  const ended = user.all_scopes.filter((scope) => scope.state === 'ENDED')
  const shown = all ? user.all_scopes : user.all_scopes.filter((scope) => scope.state !== 'ENDED')
  const span = (scope: UserScope) =>
    [scope.active_from && t('admin.since', { date: date(scope.active_from) }), scope.active_to ? t('admin.until', { date: date(new Date(Date.parse(scope.active_to) - 1).toISOString()) }) : t('admin.open')].filter(Boolean).join(' ')
  return (
    <Section
      title={t('admin.places')}
      aside={
        user.can.scopes && (
          <Button variant="subtle" size="compact-sm" leftSection={<IconPlus size={14} aria-hidden />} onClick={() => setAdding(true)}>
            {t('admin.scopeAdd')}
          </Button>
        )
      }
    >
      {shown.length === 0 && <p className="muted">{t('admin.noPlaceText')}</p>}
      <ul className={classes.list}>
        {shown.map((scope) => (
          <li key={scope.id} className={classes.item}>
            <span>
              <strong>{scope.name}</strong> <span className="mono muted">{scope.code}</span>
              <br />
              <span className="muted">
                {t(`admin.scopeTypes.${scope.scope_type}`)} · {span(scope)}
                {scope.assigned_by && ` · ${t('admin.assignedBy', { name: scope.assigned_by.full_name })}`}
              </span>
            </span>
            <Chip tone={TONES[scope.state]}>{t(`admin.scopeStates.${scope.state}`)}</Chip>
            {user.can.scopes && scope.state !== 'ENDED' && (
              <Button variant="default" size="compact-sm" aria-label={t('admin.scopeEndOf', { name: scope.name })} onClick={() => setEnding(scope)}>
                {t('admin.scopeEnd')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {ended.length > 0 && (
        <Button variant="subtle" size="compact-sm" mt={8} onClick={() => setAll(!all)}>
          {all ? t('admin.scopesHideEnded') : t('admin.scopesShowEnded', { count: ended.length })}
        </Button>
      )}
      {adding && <AddScopeDialog busy={add.busy} problem={problem} onSubmit={(scope) => { setProblem(null); add.go(scope) }} onClose={() => setAdding(false)} />}
      {ending && (
        <Confirm opened danger title={t('admin.scopeEndTitle', { name: ending.name })} action={t('admin.scopeEnd')} busy={end.busy} onConfirm={() => end.go(ending)} onClose={() => setEnding(null)}>
          <p>{t('admin.scopeEndText')}</p>
        </Confirm>
      )}
    </Section>
  )
}
