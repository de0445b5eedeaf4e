import { Button } from '@mantine/core'
import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { IconDeviceDesktop, IconDeviceMobile } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import { api } from '~/api/client'
import type { Session } from '~/api/models'
import { unwrap } from '~/api/problem'
import { device } from '~/lib/device'
import { dateTime } from '~/lib/format'
import { Bone } from '~/ui/Bone'
import { Chip } from '~/ui/Chip'
import { Confirm } from '~/ui/Confirm'
import { Problem } from '~/ui/states'
import { Ago } from '~/ui/Time'
import { toastDone, toastProblem } from '~/ui/toast'
import lines from '../lines.module.css'

const WAYS = new Set(['password', 'totp', 'webauthn', 'recovery_codes', 'sso'])

const sessionsQuery = queryOptions({
  queryKey: ['sessions'],
  queryFn: () => unwrap(api.GET('/api/v1/me/sessions')),
})

export function Sessions() {
  const { t } = useTranslation()
  const client = useQueryClient()
  const sessions = useQuery(sessionsQuery)
  const [ending, setEnding] = useState<Session | 'others' | null>(null)
  const end = useMutation({
    mutationFn: (which: Session | 'others') =>
      which === 'others'
        ? unwrap(api.POST('/api/v1/me/sessions/end-others'))
        : unwrap(api.DELETE('/api/v1/me/sessions/{session_id}', { params: { path: { session_id: which.id } } })),
    onSuccess: (_, which) => toastDone(which === 'others' ? t('iam.othersEnded') : t('iam.sessionEnded')),
    onError: toastProblem,
    onSettled: () => {
      setEnding(null)
      void client.invalidateQueries({ queryKey: sessionsQuery.queryKey })
    },
  })
  if (sessions.isError) return <Problem error={sessions.error} onRetry={() => void sessions.refetch()} />
  const items = sessions.data?.items
  return (
    <>
      <p className="muted">{t('iam.sessionsText')}</p>
      <ul className={lines.list}>
        {items
          ? items.map((session) => <Row key={session.id} session={session} onEnd={() => setEnding(session)} />)
          : [0, 1].map((key) => (
              <li key={key} className={lines.row}>
                <Bone width={20} height={20} />
                <Bone width={220} />
              </li>
            ))}
      </ul>
      {(items?.length ?? 0) > 1 && (
        <Button variant="default" mt={12} onClick={() => setEnding('others')}>
          {t('iam.endOthers')}
        </Button>
      )}
      <Confirm
        opened={ending !== null}
        title={ending === 'others' ? t('iam.endOthersTitle') : t('iam.endSessionTitle')}
        action={ending === 'others' ? t('iam.endOthers') : t('iam.endSession')}
        danger
        busy={end.isPending}
        onConfirm={() => ending && end.mutate(ending)}
        onClose={() => setEnding(null)}
      >
        <p>{t('iam.endSessionText')}</p>
      </Confirm>
    </>
  )
}

function Row({ session, onEnd }: { session: Session; onEnd: () => void }) {
  const { t } = useTranslation()
  const known = device(session.user_agent)
  const Icon = known?.phone ? IconDeviceMobile : IconDeviceDesktop
  return (
    <li className={lines.row}>
      <Icon size={20} stroke={1.5} aria-hidden />
      <div className={lines.words}>
        <p className={lines.name} title={session.user_agent}>
          {known ? t('iam.onDevice', known) : t('iam.unknownDevice')}
          {session.current && <Chip tone="success">{t('iam.thisSession')}</Chip>}
        </p>
        <p className="muted">
          <span className="mono">{session.ip ?? '–'}</span> · {t('iam.lastSeen')} <Ago at={session.last_seen_at} /> · {t('iam.since')}{' '}
          <span className="num">{dateTime(session.created_at)}</span>
          {session.by.length > 0 && (
            <> · {t('security.signedInBy', { ways: session.by.map((way) => (WAYS.has(way) ? t(`security.by.${way as 'password'}`) : way)).join(' + ') })}</>
          )}
        </p>
      </div>
      {!session.current && (
        <Button variant="default" onClick={onEnd}>
          {t('iam.endSession')}
        </Button>
      )}
    </li>
  )
}
