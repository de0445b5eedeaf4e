import { Button } from '@mantine/core'
import { IconAlertTriangle, IconClockPause, IconForms, IconLock, IconPlugConnectedX, IconSearchOff } from '@tabler/icons-react'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'

import { type ApiError, isApiError } from '~/api/problem'
import { useCountdown } from '~/lib/clock'
import { clock } from '~/lib/format'
import { useLabel } from '~/lib/labels'
import classes from './states.module.css'

interface StateProps {
  icon: ReactNode
  title: string
  children?: ReactNode
  action?: ReactNode
  role?: 'status' | 'alert'
  /** The state is the whole page, so its title is the page's heading. */
  page?: boolean
}

export function State({ icon, title, children, action, role = 'status', page }: StateProps) {
  const Title = page ? 'h1' : 'p'
  return (
    <div className={classes.state} role={role}>
      <span className={classes.icon}>{icon}</span>
      <Title className={classes.title}>{title}</Title>
      {children && <div className={classes.text}>{children}</div>}
      {action && <div className={classes.action}>{action}</div>}
    </div>
  )
}

/** Too many requests: counts down to the moment it works again, then goes on by itself. */
export function Limited({ error, onReady, page }: { error: ApiError; onReady: () => void; page?: boolean }) {
  const { t } = useTranslation()
  const [deadline] = useState(() => Date.now() + (error.retryAfter ?? 60) * 1000)
  const left = useCountdown(deadline)
  const ready = useRef(onReady)
  useEffect(() => {
    ready.current = onReady
  })
  useEffect(() => {
    if (left === 0) ready.current()
  }, [left])
  return (
    <State icon={<IconClockPause />} title={t('common.limited')} page={page}>
      <p>{t('common.limitedText')}</p>
      <p className={`${classes.countdown} num`} role="timer" aria-live="off">
        {clock(left)}
      </p>
    </State>
  )
}

interface ProblemProps {
  error: unknown
  onRetry: () => void
  /** The way out of a refused entry, such as taking the filters off: trying the same again would not help. */
  remedy?: ReactNode
  page?: boolean
}

const words = (error: ApiError) => [...new Set([error.title, error.detail])].filter(Boolean).join('. ').replaceAll('..', '.')

/** What went wrong, what to do, and the request id to quote. */
export function Problem({ error, onRetry, remedy, page }: ProblemProps) {
  const { t } = useTranslation()
  const known = isApiError(error) ? error : null
  const retry = (
    <Button variant="default" onClick={onRetry}>
      {t('common.retry')}
    </Button>
  )
  if (known?.status === 429) return <Limited key={known.requestId} error={known} onReady={onRetry} page={page} />
  if (known?.status === 404) return <NotHere page={page} />
  if (known?.status === 403) {
    return (
      <State icon={<IconLock />} title={t('common.noAccess')} role="alert" page={page}>
        {/* The plain refusal only repeats the title; a reason of its own says more. */}
        <p>{known.detail && known.detail !== known.title ? known.detail : t('common.noAccessText')}</p>
        <RequestId id={known.requestId} />
      </State>
    )
  }
  if (known?.status === 0) {
    const here = navigator.onLine
    return (
      <State icon={<IconPlugConnectedX />} title={t(here ? 'common.unreachable' : 'common.offline')} action={retry} role="alert" page={page}>
        <p>{t(here ? 'common.unreachableText' : 'common.offlineText')}</p>
      </State>
    )
  }
  if (known?.status === 422 && Object.keys(known.fields).length > 0) return <Refused fields={known.fields} remedy={remedy} page={page} />
  return (
    <State icon={<IconAlertTriangle />} title={t('common.failed')} action={retry} role="alert" page={page}>
      <p>{known ? words(known) : t('common.failedText')}</p>
      <RequestId id={known?.requestId ?? null} />
    </State>
  )
}

/** An entry that the server cannot work with: which one, and what it should be. */
function Refused({ fields, remedy, page }: { fields: Record<string, string[]>; remedy?: ReactNode; page?: boolean }) {
  const { t } = useTranslation()
  const label = useLabel()
  return (
    <State icon={<IconForms />} title={t('common.refused')} action={remedy} role="alert" page={page}>
      {Object.entries(fields).map(([name, messages]) => (
        <p key={name}>
          <strong>{label('common.entries', name)}</strong>: {messages.join(' ')}
        </p>
      ))}
    </State>
  )
}

/** The same words for what does not exist and for what this user may not see. */
export function NotHere({ action, page }: { action?: ReactNode; page?: boolean }) {
  const { t } = useTranslation()
  return (
    <State icon={<IconSearchOff />} title={t('common.notFound')} action={action} page={page}>
      <p>{t('common.notFoundText')}</p>
    </State>
  )
}

export function RequestId({ id }: { id: string | null }) {
  const { t } = useTranslation()
  if (!id) return null
  return (
    <p className={classes.request}>
      {t('common.requestId')} <code>{id}</code>
    </p>
  )
}
