import '../texts/id/grant'

import { Button } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate, useRouterState } from '@tanstack/react-router'
import { IconKey } from '@tabler/icons-react'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'

import { api } from '~/api/client'
import { unwrap } from '~/api/problem'
import { meQuery, useMe } from '~/features/iam/public/me'
import { useCountdown } from '~/lib/clock'
import { clock } from '~/lib/format'
import { listen } from '~/lib/live'
import { may } from '~/lib/permissions'
import { toastDone, toastProblem } from '~/ui/toast'
import { accessKeys, forgetAccess, grantQuery } from './grant'
import classes from './GrantBanner.module.css'

/** Whatever happens to a grant is told to its holder in the inbox, whose stream is open on every page. */
const NOTICES = { path: '/api/v1/inbox/stream', event: 'inbox' }

/** Stays on every page while customers are open to me beyond my rights: whom, how long still, and the way out. */
export function GrantBanner() {
  const { t } = useTranslation()
  const client = useQueryClient()
  const grant = useQuery(grantQuery).data ?? null
  const left = useCountdown(grant?.deadline ?? null)
  const end = useMutation({
    mutationFn: (request_id: string) => unwrap(api.POST('/api/v1/break-glass/{request_id}/end', { params: { path: { request_id } } })),
    onError: toastProblem,
    onSettled: () => forgetAccess(client),
  })
  const told = may(useMe(), 'task', 'R')
  useEffect(() => {
    if (!told) return
    const look = () => void client.invalidateQueries({ queryKey: accessKeys.all })
    return listen<object>(NOTICES, { onNews: look, onEnd: () => void client.invalidateQueries({ queryKey: meQuery.queryKey }), onConnected: () => undefined })
  }, [client, told])
  const navigate = useNavigate()
  const onRecord = useRef(false)
  onRecord.current = /^\/(customers|cases)\/./.test(useRouterState({ select: (state) => state.location.pathname }))
  // What opened or closed while this page was open changes what it may show.
  const before = useRef<string | null | undefined>(undefined)
  const id = grant && left > 0 ? grant.id : null
  useEffect(() => {
    if (before.current !== undefined && before.current !== id) {
      forgetAccess(client)
      if (before.current && !id) {
        toastDone(t('grant.ended'))
        // A profile that has closed would only be "not found"; the request says what became of the access.
        if (onRecord.current) void navigate({ to: '/break-glass/$requestId', params: { requestId: before.current }, ignoreBlocker: true })
      }
    }
    before.current = id
  }, [id, client, navigate, t])
  if (!grant || left === 0) return null
  return (
    <section className={classes.banner} aria-label={t('grant.open')}>
      <IconKey size={16} aria-hidden />
      <p className={classes.words}>
        <strong>{t('grant.open')}</strong>
        <Link to="/break-glass/$requestId" params={{ requestId: grant.id }} className={classes.whom}>
          {grant.customer ? [grant.customer.name, grant.customer.cif].filter(Boolean).join(' · ') : grant.ticket}
        </Link>
      </p>
      <span className={`${classes.left} num`} role="timer" aria-label={t('grant.left')} data-late={left < 120 || undefined}>
        {clock(left)}
      </span>
      {grant.customer && (
        <Link to="/customers/$customerId" params={{ customerId: grant.customer.customer_id }} preload={false} className={classes.open}>
          {t('grant.profile')}
        </Link>
      )}
      <Button size="compact-sm" variant="white" color="red" loading={end.isPending} onClick={() => end.mutate(grant.id)}>
        {t('grant.end')}
      </Button>
    </section>
  )
}
