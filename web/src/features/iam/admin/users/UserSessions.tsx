import { Button } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import { api } from '~/api/client'
import { unwrap } from '~/api/problem'
import { device } from '~/lib/device'
import { Bone } from '~/ui/Bone'
import { Confirm } from '~/ui/Confirm'
import { Section } from '~/ui/Section'
import { Problem } from '~/ui/states'
import { Ago } from '~/ui/Time'
import { toastDone, toastProblem } from '~/ui/toast'
import { adminKeys, userSessionsQuery } from '../query'
import type { User } from '../types'
import classes from './Users.module.css'

/** Where somebody is signed in now, and the way to end all of it. */
export function UserSessions({ user }: { user: User }) {
  const { t } = useTranslation()
  const client = useQueryClient()
  const sessions = useQuery(userSessionsQuery(user.id))
  const [asking, setAsking] = useState(false)
  const end = useMutation({
    mutationFn: () => unwrap(api.POST('/api/v1/users/{user_id}/sessions/end', { params: { path: { user_id: user.id } } })),
    onSuccess: ({ ended }) => toastDone(t('admin.sessionsEnded', { count: ended })),
    onError: toastProblem,
    onSettled: () => {
      setAsking(false)
      void client.invalidateQueries({ queryKey: adminKeys.user(user.id) })
    },
  })
  const items = sessions.data?.items ?? []
  return (
    <Section
      title={t('admin.sessions')}
      aside={
        user.can.end_sessions &&
        items.length > 0 && (
          <Button variant="subtle" size="compact-sm" onClick={() => setAsking(true)}>
            {t('admin.sessionsEnd')}
          </Button>
        )
      }
    >
      {sessions.isError && <Problem error={sessions.error} onRetry={() => void sessions.refetch()} />}
      {sessions.isPending && <Bone width="60%" />}
      {sessions.isSuccess && items.length === 0 && <p className="muted">{t('admin.sessionsNone')}</p>}
      <ul className={classes.list}>
        {items.map((session) => {
          const known = device(session.user_agent)
          return (
            <li key={session.id} className={classes.item}>
              <span title={session.user_agent}>
                {known ? t('iam.onDevice', known) : t('iam.unknownDevice')} <span className="mono muted">{session.ip}</span>
              </span>
              <span className="muted">
                {t('iam.lastSeen')} <Ago at={session.last_seen_at} />
              </span>
            </li>
          )
        })}
      </ul>
      <Confirm opened={asking} danger title={t('admin.sessionsEndTitle', { name: user.full_name })} action={t('admin.sessionsEnd')} busy={end.isPending} onConfirm={() => end.mutate()} onClose={() => setAsking(false)}>
        <p>{t('iam.endSessionText')}</p>
      </Confirm>
    </Section>
  )
}
