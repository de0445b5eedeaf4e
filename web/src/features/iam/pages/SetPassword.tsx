import '../texts/id/admin'

import { Button } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { IconAlertTriangle, IconCircleCheck, IconLinkOff } from '@tabler/icons-react'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'

import { api } from '~/api/client'
import { hasStatus, isApiError, unwrap } from '~/api/problem'
import { dateTime } from '~/lib/format'
import { Bone } from '~/ui/Bone'
import { Brand } from '~/ui/Brand'
import { useTitle } from '~/ui/Page'
import { Password } from '~/ui/Password'
import { Problem, State } from '~/ui/states'
import { withToken } from '../public/auth'
import { LanguageSwitch } from '../public/Appearance'
import classes from './SignIn.module.css'

interface Props {
  /** From behind the number sign of the address, which reaches no server's log. */
  token: string
  onSignIn: () => void
}

/** Where a one-time link leads: the person chooses a password and signs in with it. */
export function SetPassword({ token, onSignIn }: Props) {
  const { t } = useTranslation()
  useTitle(t('admin.setPassword'))
  const link = useQuery({
    queryKey: ['password-link'],
    queryFn: () => withToken(() => unwrap(api.POST('/api/v1/password-links/check', { body: { token } }))),
    retry: false,
    gcTime: 0,
  })
  const gone = (
    <State page icon={<IconLinkOff />} title={t('admin.linkGone')} action={<Button variant="default" onClick={onSignIn}>{t('admin.toSignIn')}</Button>}>
      <p>{t('admin.linkGoneText')}</p>
    </State>
  )
  // A token of the wrong shape is no other case than one that is used up.
  const invalid = hasStatus(link.error, 404) || hasStatus(link.error, 422)
  return (
    <div className={classes.page}>
      <main className={classes.main} id="main">
        <div className={classes.top}>
          <Brand />
          <LanguageSwitch />
        </div>
        <div className={classes.form}>
          {link.isPending && <Bone height={220} />}
          {link.isError && (invalid ? gone : <Problem page error={link.error} onRetry={() => void link.refetch()} />)}
          {link.data && <Choose token={token} link={link.data} gone={gone} onSignIn={onSignIn} />}
        </div>
      </main>
    </div>
  )
}

interface ChooseProps {
  token: string
  link: { username: string; full_name: string; expires_at: string; min_length: number }
  gone: React.ReactNode
  onSignIn: () => void
}

function Choose({ token, link, gone, onSignIn }: ChooseProps) {
  const { t } = useTranslation()
  const [password, setPassword] = useState('')
  const [repeat, setRepeat] = useState('')
  const [asked, setAsked] = useState(false)
  const redeem = useMutation({ mutationFn: () => withToken(() => unwrap(api.POST('/api/v1/password-links/redeem', { body: { token, new_password: password } }))) })
  const short = [...password].length < link.min_length
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setAsked(true)
    if (!short && repeat === password) redeem.mutate()
  }
  if (hasStatus(redeem.error, 404)) return gone
  if (redeem.isSuccess) {
    return (
      <State page icon={<IconCircleCheck />} title={t('admin.passwordSet')} action={<Button onClick={onSignIn}>{t('admin.toSignIn')}</Button>}>
        <p>{t('admin.passwordSetText', { username: link.username })}</p>
      </State>
    )
  }
  const refused = isApiError(redeem.error) ? redeem.error.fields.new_password?.join(' ') : undefined
  return (
    <>
      <h1 className={classes.title}>{t('admin.setPassword')}</h1>
      <p className={classes.text}>{t('admin.setPasswordText', { name: link.full_name, username: link.username, time: dateTime(link.expires_at) })}</p>
      {redeem.isError && !refused && (
        <div className={classes.notice} data-tone="critical" role="alert">
          <IconAlertTriangle size={16} />
          <span>{isApiError(redeem.error) && redeem.error.status !== 0 ? redeem.error.title : t('common.unreachableText')}</span>
        </div>
      )}
      <form onSubmit={submit} className={classes.fields} noValidate>
        <input type="text" name="username" autoComplete="username" value={link.username} readOnly hidden />
        <Password
          label={t('iam.newPassword')}
          description={t('admin.passwordLength', { count: link.min_length })}
          autoComplete="new-password"
          autoFocus
          value={password}
          error={refused ?? (asked && short ? t('admin.passwordLength', { count: link.min_length }) : undefined)}
          onChange={(event) => {
            setPassword(event.currentTarget.value)
            redeem.reset()
          }}
        />
        <Password label={t('iam.repeatPassword')} autoComplete="new-password" value={repeat} error={asked && repeat !== password ? t('iam.passwordMismatch') : undefined} onChange={(event) => setRepeat(event.currentTarget.value)} />
        <Button type="submit" size="sm" fullWidth loading={redeem.isPending}>
          {t('admin.passwordSave')}
        </Button>
      </form>
    </>
  )
}
