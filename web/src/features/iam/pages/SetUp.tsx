import '../texts/id/security'

import { Button } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { IconCircleCheck, IconDeviceMobile, IconFingerprint } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import { passkeysWork } from '~/lib/webauthn'
import { Brand } from '~/ui/Brand'
import { useTitle } from '~/ui/Page'
import { State } from '~/ui/states'
import { toastProblem } from '~/ui/toast'
import { LanguageSwitch } from '../public/Appearance'
import { meQuery, useMe } from '../public/me'
import { useSignOut } from '../public/useSignOut'
import { addPasskey, recoveryCodes } from '../security/factors'
import { RecoveryCodes } from '../security/RecoveryCodes'
import { TotpSetUp } from '../security/TotpSetUp'
import { useConfirmed } from '../security/useConfirmed'
import { PasswordForm } from './PasswordForm'
import classes from './SetUp.module.css'

type Stage = 'choose' | 'totp' | 'done' | string[]

/** What a person has to do before anything else, explained, with the way out and whom to ask. */
export function SetUp({ onDone }: { onDone: () => void }) {
  const { t } = useTranslation()
  const me = useMe()
  const password = me.must === 'PASSWORD'
  useTitle(password ? t('security.duty.passwordTitle') : t('security.duty.title'))
  const client = useQueryClient()
  const leave = useSignOut()
  const { run, dialog } = useConfirmed()
  const [stage, setStage] = useState<Stage>('choose')
  const [busy, setBusy] = useState(false)
  const again = async () => {
    const now = await client.fetchQuery({ ...meQuery, staleTime: 0 })
    if (now.must === '') onDone()
  }
  const codes = async () => {
    const shown = await run(recoveryCodes).catch(() => null)
    setStage(shown ?? 'done')
  }
  const passkey = async () => {
    setBusy(true)
    try {
      if (await run(() => addPasskey(t('security.passkeys')))) await codes()
    } catch (error) {
      toastProblem(error)
    }
    setBusy(false)
  }
  return (
    <main className={classes.page} id="main">
      <div className={classes.top}>
        <Brand />
        <LanguageSwitch />
      </div>
      <div className={classes.body}>
        <h1 className={classes.title}>{password ? t('security.duty.passwordTitle') : t('security.duty.title')}</h1>
        <p className={classes.text}>
          {password ? t('security.duty.passwordText') : t('security.duty.text', { roles: me.roles.map((role) => role.name).join(', ') })}
        </p>
        {password ? (
          <div className={classes.part}>
            <PasswordForm username={me.username} onChanged={() => void again()} />
          </div>
        ) : Array.isArray(stage) ? (
          <section className={classes.part} aria-label={t('security.codesTitle')}>
            <h2 className={classes.subtitle}>{t('security.codesTitle')}</h2>
            <RecoveryCodes codes={stage} onKept={() => setStage('done')} />
          </section>
        ) : stage === 'done' ? (
          <div className={classes.part}>
            <State icon={<IconCircleCheck />} title={t('security.duty.done')} action={<Button onClick={() => void again()}>{t('security.duty.continue')}</Button>} />
          </div>
        ) : stage === 'totp' ? (
          <section className={classes.part} aria-label={t('security.totp')}>
            <TotpSetUp onDone={() => void codes()} />
            <Button variant="subtle" className={classes.leave} onClick={() => setStage('choose')}>
              {t('iam.back')}
            </Button>
          </section>
        ) : (
          <>
            <p className={classes.text}>{t('security.duty.choose')}</p>
            <ul className={classes.choices}>
              <li>
                <button type="button" className={classes.choice} onClick={() => setStage('totp')}>
                  <IconDeviceMobile size={22} stroke={1.5} aria-hidden />
                  <span>
                    <strong>{t('security.totp')}</strong>
                    <span className="muted">{t('security.totpText')}</span>
                  </span>
                </button>
              </li>
              <li>
                <button type="button" className={classes.choice} disabled={!passkeysWork() || busy} aria-busy={busy || undefined} onClick={() => void passkey()}>
                  <IconFingerprint size={22} stroke={1.5} aria-hidden />
                  <span>
                    <strong>{t('security.passkeys')}</strong>
                    <span className="muted">{passkeysWork() ? t('security.passkeysText') : t('security.passkeysNotHere')}</span>
                  </span>
                </button>
              </li>
            </ul>
            <p className="muted">{t('security.duty.help')}</p>
          </>
        )}
        {stage !== 'done' && !Array.isArray(stage) && (
          <Button variant="subtle" className={classes.leave} onClick={() => void leave()}>
            {t('security.duty.signOut')}
          </Button>
        )}
      </div>
      {dialog}
    </main>
  )
}
