import { Button, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'

import { isApiError } from '~/api/problem'
import { passkeysWork } from '~/lib/webauthn'
import { Dialog } from '~/ui/Dialog'
import { Password } from '~/ui/Password'
import { Limited } from '~/ui/states'
import { confirmByCode, confirmByPasskey, confirmByPassword, type IdentityUnconfirmed } from './factors'

interface Props {
  asked: IdentityUnconfirmed
  onConfirmed: () => void
  onClose: () => void
}

/** Asks once more who is there, by whatever the account has; the change that wanted it then goes on. */
export function ConfirmIdentity({ asked, onConfirmed, onClose }: Props) {
  const { t } = useTranslation()
  const [value, setValue] = useState('')
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const byPassword = asked.by.includes('password')
  const byCode = !byPassword && asked.by.some((way) => way === 'totp' || way === 'recovery_codes')
  const attempt = async (run: () => Promise<unknown>) => {
    setBusy(true)
    setError(null)
    try {
      if ((await run()) === false) setBusy(false)
      else onConfirmed()
    } catch (cause) {
      setError(cause)
      setBusy(false)
    }
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (value) void attempt(() => (byPassword ? confirmByPassword(value) : confirmByCode(value)))
  }
  const refused = isApiError(error) && error.status === 400 ? (byPassword ? t('security.confirmPasswordWrong') : t('security.codeWrong')) : null
  return (
    <Dialog opened onClose={onClose} title={t('security.confirmTitle')}>
      {isApiError(error) && error.status === 429 ? (
        <Limited error={error} onReady={() => setError(null)} />
      ) : (
        <form onSubmit={submit} style={{ display: 'grid', gap: 14 }}>
          <p className="muted">{t('security.confirmText')}</p>
          {byPassword && (
            <Password
              label={t('security.confirmPassword')}
              autoComplete="current-password"
              value={value}
              error={refused}
              data-autofocus
              onChange={(event) => setValue(event.currentTarget.value)}
            />
          )}
          {byCode && (
            <TextInput
              label={t('security.code')}
              autoComplete="one-time-code"
              inputMode="numeric"
              value={value}
              error={refused}
              data-autofocus
              onChange={(event) => setValue(event.currentTarget.value.trim())}
            />
          )}
          <div style={{ display: 'flex', justifyContent: 'flex-end', gap: 8 }}>
            {asked.by.includes('webauthn') && passkeysWork() && (
              <Button variant="default" disabled={busy} onClick={() => void attempt(confirmByPasskey)}>
                {t('security.usePasskey')}
              </Button>
            )}
            {(byPassword || byCode) && (
              <Button type="submit" loading={busy}>
                {t('security.confirm')}
              </Button>
            )}
          </div>
        </form>
      )}
    </Dialog>
  )
}
