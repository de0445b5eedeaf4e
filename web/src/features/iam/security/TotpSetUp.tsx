import { Button, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'

import { isApiError } from '~/api/problem'
import { Bone } from '~/ui/Bone'
import { Limited, Problem } from '~/ui/states'
import { confirmTotp, offerTotp } from './factors'
import classes from './Security.module.css'
import { useConfirmed } from './useConfirmed'

/** Scan or type the key, then prove it by a code. */
export function TotpSetUp({ onDone }: { onDone: () => void }) {
  const { t } = useTranslation()
  const { run, dialog } = useConfirmed()
  // The key is offered anew each time and never kept by the cache.
  const offer = useQuery({ queryKey: ['totp-offer'], queryFn: offerTotp, gcTime: 0, staleTime: Infinity, retry: false })
  const [code, setCode] = useState('')
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (!/^\d{6}$/.test(code)) return setError('shape')
    setBusy(true)
    setError(null)
    try {
      if (await run(() => confirmTotp(code))) onDone()
    } catch (cause) {
      setError(cause)
    }
    setBusy(false)
  }
  if (offer.isError) return <Problem error={offer.error} onRetry={() => void offer.refetch()} />
  if (isApiError(error) && error.status === 429) return <Limited error={error} onReady={() => setError(null)} />
  const picture = offer.data && `data:image/svg+xml;base64,${btoa(offer.data.totp_svg)}`
  return (
    <form onSubmit={(event) => void submit(event)} className={classes.steps}>
      <div className={classes.step}>
        <p className={classes.stepTitle}>1. {t('security.totpStep1')}</p>
        {picture ? <img className={classes.qr} src={picture} alt={t('security.totpQr')} /> : <Bone width={176} height={176} />}
        <p className="muted">{t('security.totpTyped')}</p>
        {offer.data ? (
          <code className={`${classes.secret} mono`} data-secret>
            {offer.data.secret.match(/.{1,4}/g)?.join(' ')}
          </code>
        ) : (
          <Bone width={260} />
        )}
      </div>
      <div className={classes.step}>
        <p className={classes.stepTitle}>2. {t('security.totpStep2')}</p>
        <TextInput
          label={t('security.code')}
          inputMode="numeric"
          autoComplete="one-time-code"
          maxLength={6}
          value={code}
          error={error ? t('security.codeWrong') : null}
          onChange={(event) => setCode(event.currentTarget.value.replaceAll(/\D/g, ''))}
          style={{ maxWidth: 200 }}
        />
      </div>
      <div className={classes.end}>
        <Button type="submit" loading={busy} disabled={!offer.data}>
          {t('security.activate')}
        </Button>
      </div>
      {dialog}
    </form>
  )
}
