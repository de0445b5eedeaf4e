import { Button, PinInput, TextInput } from '@mantine/core'
import { IconFingerprint } from '@tabler/icons-react'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'

import { passkeysWork } from '~/lib/webauthn'
import { type SecondStep, signInByPasskey, type SignInStep, verifyCode } from '../public/auth'
import classes from './SignIn.module.css'

export type SecondWay = 'code' | 'recovery' | 'passkey'

interface Props {
  types: SecondStep[]
  busy: boolean
  locked: boolean
  /** Tells whether it led on. */
  onAttempt: (way: SecondWay, run: () => Promise<SignInStep | null>) => Promise<boolean>
  /** Another way is about to be tried. */
  onTurn: () => void
  onBack: () => void
}

/** The second step, by whatever the account has: a code, a passkey, or one of the recovery codes. */
export function SecondStepForm({ types, busy, locked, onAttempt, onTurn, onBack }: Props) {
  const { t } = useTranslation()
  const code = types.includes('totp')
  const passkey = types.includes('webauthn') && passkeysWork()
  const [recovering, setRecovering] = useState(!code && !passkey)
  const [recovery, setRecovery] = useState('')
  const [refused, setRefused] = useState(0)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (recovery) void onAttempt('recovery', () => verifyCode(recovery))
  }
  const turn = (to: boolean) => {
    onTurn()
    setRecovering(to)
  }
  const prove = async (digits: string) => {
    if (!(await onAttempt('code', () => verifyCode(digits)))) setRefused((times) => times + 1)
  }
  return (
    <>
      <p className={classes.text}>{recovering ? t('security.recoveryText') : code ? t('security.codeText') : t('security.passkeyStepText')}</p>
      <div className={classes.fields}>
        {recovering ? (
          <form onSubmit={submit} style={{ display: 'grid', gap: 14 }}>
            <TextInput
              label={t('security.recoveryCode')}
              autoComplete="off"
              inputMode="numeric"
              autoFocus
              value={recovery}
              onChange={(event) => setRecovery(event.currentTarget.value.trim())}
            />
            <Button type="submit" loading={busy} disabled={locked || !recovery}>
              {t('security.verify')}
            </Button>
          </form>
        ) : (
          code && (
            <PinInput
              // Emptied when refused: six old digits would make the first new one a code, and spend another attempt.
              key={refused}
              length={6}
              type="number"
              oneTimeCode
              autoFocus
              aria-label={t('security.code')}
              getInputProps={(index) => ({ 'aria-label': `${t('security.code')} ${index + 1}` })}
              onComplete={(digits) => void prove(digits)}
              disabled={busy || locked}
            />
          )
        )}
        {passkey && (
          <Button variant={code || recovering ? 'default' : 'filled'} leftSection={<IconFingerprint size={16} />} disabled={busy || locked} onClick={() => void onAttempt('passkey', () => signInByPasskey('authenticate'))}>
            {t('security.usePasskey')}
          </Button>
        )}
        {recovering && code && (
          <Button variant="subtle" onClick={() => turn(false)}>
            {t('security.useCode')}
          </Button>
        )}
        {!recovering && (
          <Button variant="subtle" onClick={() => turn(true)}>
            {t('security.useRecovery')}
          </Button>
        )}
        <Button variant="subtle" onClick={onBack}>
          {t('iam.back')}
        </Button>
      </div>
    </>
  )
}
