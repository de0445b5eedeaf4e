import { useQueryClient } from '@tanstack/react-query'
import { lazy, Suspense, useEffect, useState } from 'react'

import { lastRequest, sessionLost } from '~/api/session'
import { meQuery, useMe } from '~/features/iam/public/me'

export const idlePart = () => import('./IdleDialog')
const IdleDialog = lazy(idlePart)

const WARN_SECONDS = 60
// The server notes activity at most every half minute, so its clock may be this much ahead of ours.
const SERVER_GRAIN_SECONDS = 30

export interface SessionClock {
  /** Seconds until the session ends, at most. */
  left: number
  /** Activity cannot move the end any more: the absolute limit comes first. */
  absolute: boolean
}

export function sessionClock(now: number, lastRequestAt: number, idleSeconds: number, expiresAt: number): SessionClock {
  const idle = Math.ceil((lastRequestAt - now) / 1000 + idleSeconds - SERVER_GRAIN_SECONDS)
  const whole = Math.ceil((expiresAt - now) / 1000)
  return { left: Math.max(0, Math.min(idle, whole)), absolute: whole <= idle }
}

/** Work at the keyboard that needs no request keeps the session alive too: at most one request per third of the idle time. */
function useKeepAlive(idleSeconds: number, ping: () => void) {
  useEffect(() => {
    const onInput = () => {
      if (Date.now() - lastRequest() > (idleSeconds * 1000) / 3) ping()
    }
    window.addEventListener('keydown', onInput)
    window.addEventListener('pointerdown', onInput)
    return () => {
      window.removeEventListener('keydown', onInput)
      window.removeEventListener('pointerdown', onInput)
    }
  }, [idleSeconds, ping])
}

/** Warns one minute before the session ends and offers to stay; then returns to the sign-in page. */
export function IdleWarning() {
  const me = useMe()
  const client = useQueryClient()
  const [state, setState] = useState<SessionClock | null>(null)
  const { idle_seconds: idleSeconds, expires_at: expiresAt } = me.session
  const [ping] = useState(() => () => void client.refetchQueries({ queryKey: meQuery.queryKey }))

  useEffect(() => {
    const timer = setInterval(() => {
      const next = sessionClock(Date.now(), lastRequest(), idleSeconds, new Date(expiresAt).getTime())
      if (next.left === 0) sessionLost()
      setState(next.left <= WARN_SECONDS ? next : null)
    }, 1000)
    return () => clearInterval(timer)
  }, [idleSeconds, expiresAt])
  useKeepAlive(idleSeconds, ping)

  if (!state) return null
  return (
    <Suspense>
      <IdleDialog state={state} onStay={ping} />
    </Suspense>
  )
}
