import { Button, PinInput, TextInput } from '@mantine/core'
import { IconFingerprint } from '@tabler/icons-react'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'

import { passkeysWork } from '~/lib/webauthn'
import { type SecondStep, signInByPasskey, type SignInStep, verifyCode } from '../public/auth'
import classes from './SignIn.module.css'

interface Props {
  types: SecondStep[]
  busy: boolean
  locked: boolean
  onAttempt: (run: () => Promise<SignInStep | null>) => void
  onBack: () => void
}

/** The second step, by whatever the account has: a code, a passkey, or one of the recovery codes. */
export function SecondStepForm({ types, busy, locked, onAttempt, onBack }: Props) {
  const { t } = useTranslation()
  const code = types.includes('totp')
  const passkey = types.includes('webauthn') && passkeysWork()
  const [recovering, setRecovering] = useState(!code && !passkey)
  const [recovery, setRecovery] = useState('')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (recovery) onAttempt(() => verifyCode(recovery))
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
              length={6}
              type="number"
              oneTimeCode
              autoFocus
              aria-label={t('security.code')}
              getInputProps={(index) => ({ 'aria-label': `${t('security.code')} ${index + 1}` })}
              onComplete={(digits) => onAttempt(() => verifyCode(digits))}
              disabled={busy || locked}
            />
          )
        )}
        {passkey && (
          <Button variant={code || recovering ? 'default' : 'filled'} leftSection={<IconFingerprint size={16} />} disabled={busy || locked} onClick={() => onAttempt(() => signInByPasskey('authenticate'))}>
            {t('security.usePasskey')}
          </Button>
        )}
        {recovering && code && (
          <Button variant="subtle" onClick={() => setRecovering(false)}>
            {t('security.useCode')}
          </Button>
        )}
        {!recovering && (
          <Button variant="subtle" onClick={() => setRecovering(true)}>
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
