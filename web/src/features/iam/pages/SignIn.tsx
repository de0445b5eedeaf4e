import { Button, PinInput, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { IconAlertTriangle, IconClockPause, IconInfoCircle } from '@tabler/icons-react'
import { type FormEvent, type ReactNode, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'

import type { DemoLogin } from '~/api/models'
import { isApiError } from '~/api/problem'
import { useCountdown } from '~/lib/clock'
import { clock } from '~/lib/format'
import { Brand } from '~/ui/Brand'
import { useTitle } from '~/ui/Page'
import { Password } from '~/ui/Password'
import { demoQuery, signIn, type SignInStep, verifyCode } from '../public/auth'
import { DemoLogins } from '../public/DemoLogins'
import { LanguageSwitch } from '../public/Appearance'
import classes from './SignIn.module.css'

interface Props {
  reason?: 'expired' | 'out'
  onDone: () => void
}

export function SignIn({ reason, onDone }: Props) {
  const { t } = useTranslation()
  useTitle(t('iam.signIn'))
  const demo = useQuery(demoQuery).data
  const [username, setUsername] = useState('')
  const [password, setPassword] = useState('')
  const [step, setStep] = useState<'password' | 'totp'>('password')
  const [busy, setBusy] = useState<string | null>(null)
  const [error, setError] = useState<unknown>(null)
  const [lockedUntil, setLockedUntil] = useState<number | null>(null)
  const locked = useCountdown(lockedUntil)
  const field = useRef<HTMLInputElement>(null)

  const attempt = async (who: string, run: () => Promise<SignInStep>) => {
    setBusy(who)
    setError(null)
    try {
      if ((await run()) === 'totp') setStep('totp')
      else onDone()
    } catch (cause) {
      setError(cause)
      if (isApiError(cause) && cause.status === 429) setLockedUntil(Date.now() + (cause.retryAfter ?? 60) * 1000)
      field.current?.focus()
    } finally {
      setBusy(null)
    }
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (username && password) void attempt('form', () => signIn(username.trim(), password))
  }
  const pick = (login: DemoLogin) => {
    setUsername(login.username)
    setPassword(login.password)
    void attempt(login.username, () => signIn(login.username, login.password))
  }

  return (
    <div className={classes.page} data-demo={demo ? true : undefined}>
      <main className={classes.main} id="main">
        <div className={classes.top}>
          <Brand />
          <LanguageSwitch />
        </div>
        <div className={classes.form}>
          <h1 className={classes.title}>{step === 'totp' ? t('iam.totpTitle') : t('iam.signInTo')}</h1>
          <p className={classes.text}>{step === 'totp' ? t('iam.totpText') : t('iam.signInText')}</p>
          <Notice reason={reason} error={error} locked={locked} step={step} />
          {step === 'password' ? (
            <form onSubmit={submit} className={classes.fields}>
              <TextInput
                ref={field}
                label={t('iam.username')}
                value={username}
                onChange={(event) => setUsername(event.currentTarget.value)}
                autoComplete="username"
                autoCapitalize="none"
                spellCheck={false}
                autoFocus
                required
                withAsterisk={false}
              />
              <Password
                label={t('iam.password')}
                value={password}
                onChange={(event) => setPassword(event.currentTarget.value)}
                autoComplete="current-password"
                required
                withAsterisk={false}
              />
              <Button type="submit" size="sm" fullWidth loading={busy === 'form'} disabled={locked > 0}>
                {t('iam.signIn')}
              </Button>
            </form>
          ) : (
            <div className={classes.fields}>
              <PinInput
                length={6}
                type="number"
                oneTimeCode
                autoFocus
                aria-label={t('iam.totpCode')}
                getInputProps={(index) => ({ 'aria-label': `${t('iam.totpCode')} ${index + 1}` })}
                onComplete={(code) => void attempt('totp', () => verifyCode(code))}
                disabled={busy !== null || locked > 0}
              />
              <Button variant="subtle" onClick={() => setStep('password')}>
                {t('iam.back')}
              </Button>
            </div>
          )}
        </div>
      </main>
      {demo && step === 'password' && (
        <aside className={classes.demo} aria-labelledby="demo-title">
          <h2 id="demo-title" className={classes.demoTitle}>
            {t('iam.demoTitle')}
          </h2>
          <p className={classes.text}>{t('iam.demoText')}</p>
          <DemoLogins logins={demo.logins} busy={busy === 'form' ? null : busy} onPick={pick} />
        </aside>
      )}
    </div>
  )
}

function Notice({ reason, error, locked, step }: { reason?: string; error: unknown; locked: number; step: string }) {
  const { t } = useTranslation()
  const line = (tone: string, icon: ReactNode, text: ReactNode) => (
    <div className={classes.notice} data-tone={tone} role={tone === 'info' ? 'status' : 'alert'}>
      {icon}
      <span>{text}</span>
    </div>
  )
  if (locked > 0) return line('warning', <IconClockPause size={16} />, <span className="num">{t('iam.lockedOut', { time: clock(locked) })}</span>)
  if (isApiError(error)) {
    const wrong = <IconAlertTriangle size={16} />
    if (error.status === 429) return null
    if (error.status === 0) return line('critical', wrong, t('common.unreachableText'))
    if (step === 'totp') return line('critical', wrong, t('iam.totpWrong'))
    if (error.status === 400) return line('critical', wrong, t('iam.wrong'))
    if (error.status === 401 || error.status === 403) return line('critical', wrong, t('iam.suspended'))
    return line('critical', wrong, [error.title, error.requestId].filter(Boolean).join(' · '))
  }
  if (reason === 'expired') return line('info', <IconInfoCircle size={16} />, t('iam.expired'))
  if (reason === 'out') return line('info', <IconInfoCircle size={16} />, t('iam.signedOut'))
  return null
}
