import '../texts/id/security'

import { Button, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { IconAlertTriangle, IconClockPause, IconFingerprint, IconInfoCircle, IconLogin2 } from '@tabler/icons-react'
import { type FormEvent, type ReactNode, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'

import type { DemoLogin } from '~/api/models'
import { hasStatus, isApiError } from '~/api/problem'
import { useCountdown } from '~/lib/clock'
import { clock } from '~/lib/format'
import { passkeysWork } from '~/lib/webauthn'
import { Brand } from '~/ui/Brand'
import { useTitle } from '~/ui/Page'
import { Password } from '~/ui/Password'
import { demoQuery, resumeSignIn, signIn, signInByPasskey, type SecondStep, type SignInStep, waysInQuery } from '../public/auth'
import { DemoLogins } from '../public/DemoLogins'
import { LanguageSwitch } from '../public/Appearance'
import { SecondStepForm, type SecondWay } from './SecondStepForm'
import classes from './SignIn.module.css'

export type SsoOutcome = 'refused' | 'suspended' | 'failed' | 'cancelled'

interface Props {
  reason?: 'expired' | 'out'
  /** How signing in at the identity provider ended, when it did not succeed. */
  sso?: SsoOutcome
  next?: string
  /** The identity provider has let the person in; our own second step is still to come. */
  resume?: boolean
  /** Whose work waits beneath: the page lies over it, and who leaves gives it up. */
  waiting?: { username: string; onLeave: () => void }
  onDone: () => void
}

export function SignIn({ reason, sso, next, resume, waiting, onDone }: Props) {
  const { t } = useTranslation()
  const demo = useQuery(demoQuery).data
  const providers = useQuery(waysInQuery).data?.sso ?? []
  const [username, setUsername] = useState(waiting?.username ?? '')
  const [password, setPassword] = useState('')
  const [step, setStep] = useState<'password' | SecondStep[]>('password')
  const [busy, setBusy] = useState<string | null>(null)
  const [error, setError] = useState<unknown>(null)
  const [lockedUntil, setLockedUntil] = useState<number | null>(null)
  const locked = useCountdown(lockedUntil)
  const field = useRef<HTMLInputElement>(null)
  const secret = useRef<HTMLInputElement>(null)
  const [asked, setAsked] = useState(false)
  const [way, setWay] = useState<SecondWay | null>(null)
  useTitle(step === 'password' ? t('iam.signIn') : t('security.codeTitle'))

  /** Whether it led on. */
  const attempt = async (who: string, run: () => Promise<SignInStep | null>, by: SecondWay | null = null): Promise<boolean> => {
    setBusy(who)
    setWay(by)
    setError(null)
    try {
      const result = await run()
      if (result === null) setError('declined')
      else if (result === 'done') onDone()
      else setStep(result)
      return result !== null
    } catch (cause) {
      setError(cause)
      // Nobody waits for a second step any more: the first one has to be taken again.
      if (hasStatus(cause, 401)) setStep('password')
      if (isApiError(cause) && cause.status === 429) setLockedUntil(Date.now() + (cause.retryAfter ?? 60) * 1000)
      field.current?.focus()
      return false
    } finally {
      setBusy(null)
    }
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setAsked(true)
    if (username.trim() && password) void attempt('form', () => signIn(username.trim(), password))
    else (username.trim() ? secret : field).current?.focus()
  }
  const pick = (login: DemoLogin) => {
    setUsername(login.username)
    setPassword(login.password)
    void attempt(login.username, () => signIn(login.username, login.password))
  }
  const second = step === 'password' ? null : step
  useEffect(() => {
    if (resume) void resumeSignIn().then((found) => found !== 'done' && setStep(found), () => undefined)
  }, [resume])

  return (
    <div className={classes.page} data-demo={(demo && !second && !waiting) || undefined}>
      <main className={classes.main} id="main">
        <div className={classes.top}>
          <Brand />
          <LanguageSwitch />
        </div>
        <div className={classes.form}>
          <h1 className={classes.title}>{second ? t('security.codeTitle') : t('iam.signInTo')}</h1>
          {!second && <p className={classes.text}>{t(waiting ? 'iam.signInWaiting' : 'iam.signInText')}</p>}
          <Notice reason={reason} sso={sso} provider={providers[0]?.name ?? 'SSO'} error={error} locked={locked} way={way} />
          {second ? (
            <SecondStepForm types={second} busy={busy !== null} locked={locked > 0} onAttempt={(by, run) => attempt('second', run, by)} onTurn={() => setError(null)} onBack={() => { setError(null); setStep('password') }} />
          ) : (
            <>
              <form onSubmit={submit} className={classes.fields} noValidate>
                <TextInput
                  ref={field}
                  label={t('iam.username')}
                  value={username}
                  onChange={(event) => setUsername(event.currentTarget.value)}
                  autoComplete="username webauthn"
                  autoCapitalize="none"
                  spellCheck={false}
                  autoFocus={!waiting}
                  readOnly={Boolean(waiting)}
                  error={asked && !username.trim() ? t('iam.usernameMissing') : undefined}
                />
                <Password
                  ref={secret}
                  label={t('iam.password')}
                  value={password}
                  onChange={(event) => setPassword(event.currentTarget.value)}
                  autoComplete="current-password"
                  autoFocus={Boolean(waiting)}
                  error={asked && !password ? t('iam.passwordMissing') : undefined}
                />
                <Button type="submit" size="sm" fullWidth loading={busy === 'form'} disabled={locked > 0}>
                  {t('iam.signIn')}
                </Button>
              </form>
              {waiting && (
                <Button variant="subtle" size="sm" fullWidth onClick={waiting.onLeave}>
                  {t('iam.leaveWork')}
                </Button>
              )}
              {(passkeysWork() || providers.length > 0) && (
                <div className={classes.others}>
                  <p className={classes.or}>{t('security.or')}</p>
                  {passkeysWork() && (
                    <Button
                      variant="default"
                      size="sm"
                      fullWidth
                      leftSection={<IconFingerprint size={16} />}
                      loading={busy === 'passkey'}
                      onClick={() => void attempt('passkey', () => signInByPasskey('login'))}
                    >
                      {t('security.passkeySignIn')}
                    </Button>
                  )}
                  {providers.map((provider) => (
                    <Button
                      key={provider.key}
                      component="a"
                      variant="default"
                      size="sm"
                      fullWidth
                      leftSection={<IconLogin2 size={16} />}
                      target={waiting && '_blank'}
                      href={`${provider.start}${next ? `?next=${encodeURIComponent(next)}` : ''}`}
                    >
                      {t('security.ssoSignIn', { name: provider.name })}
                    </Button>
                  ))}
                </div>
              )}
            </>
          )}
        </div>
      </main>
      {demo && !second && !waiting && (
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

const WRONG = { code: 'security.codeWrong', recovery: 'security.recoveryWrong', passkey: 'security.passkeyWrong' } as const

interface NoticeProps {
  reason?: string
  sso?: SsoOutcome
  provider: string
  error: unknown
  locked: number
  /** By what the second step was taken last; none at the first one. */
  way: SecondWay | null
}

function Notice({ reason, sso, provider, error, locked, way }: NoticeProps) {
  const { t } = useTranslation()
  // What the lock-out says stays readable while its time runs, whatever else is tried meanwhile.
  const [why, setWhy] = useState<string | null>(null)
  useEffect(() => {
    if (isApiError(error) && error.status === 429) setWhy(error.detail)
  }, [error])
  const line = (tone: string, icon: ReactNode, text: ReactNode) => (
    <div className={classes.notice} data-tone={tone} role={tone === 'info' ? 'status' : 'alert'}>
      {icon}
      <span>{text}</span>
    </div>
  )
  const wrong = <IconAlertTriangle size={16} />
  if (locked > 0) {
    return line(
      'warning',
      <IconClockPause size={16} />,
      <>
        <strong className="num">{t('security.opensIn', { time: clock(locked) })}.</strong> {why}
      </>,
    )
  }
  if (error === 'declined') return line('info', <IconInfoCircle size={16} />, t('security.declined'))
  if (isApiError(error)) {
    if (error.status === 429) return null
    if (error.status === 0) return line('critical', wrong, t('common.unreachableText'))
    if (way && error.status === 401) return line('warning', <IconClockPause size={16} />, t('security.startAgain'))
    if (error.status === 400 && (way || error.code === 'incorrect_code')) return line('critical', wrong, t(WRONG[way ?? 'passkey']))
    if (error.status === 400) return line('critical', wrong, wrongWords(error.body))
    if (error.status === 401 || error.status === 403) return line('critical', wrong, t('iam.suspended'))
    return line('critical', wrong, [error.title, error.requestId].filter(Boolean).join(' · '))
  }
  if (sso) return line('critical', wrong, t(`security.sso.${sso}`, { provider }))
  if (reason === 'expired') return line('info', <IconInfoCircle size={16} />, t('iam.expired'))
  if (reason === 'out') return line('info', <IconInfoCircle size={16} />, t('iam.signedOut'))
  return null

  /** Near the end, how many tries are left. */
  function wrongWords(body: unknown): string {
    const left = (body as { tries_left?: number } | null)?.tries_left
    return typeof left === 'number' && left > 0 && left <= 2 ? t('security.triesLeft', { count: left }) : t('iam.wrong')
  }
}
