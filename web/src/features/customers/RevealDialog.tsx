import { Button, Textarea } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'

import { api } from '~/api/client'
import type { Revealed } from '~/api/models'
import { isApiError, unwrap } from '~/api/problem'
import { Dialog } from '~/ui/Dialog'
import { Limited, RequestId } from '~/ui/states'

/** The server's least: a word is no reason. */
const MIN_REASON = 10

interface Props {
  customerId: string
  field: string
  label: string
  onRevealed: (answer: Revealed) => void
  onClose: () => void
}

/** Asks why before showing; the request is made by hand so that no cache ever holds the answer. */
export function RevealDialog({ customerId, field, label, onRevealed, onClose }: Props) {
  const { t } = useTranslation()
  const [reason, setReason] = useState('')
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const known = isApiError(error) ? error : null

  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (reason.trim().length < MIN_REASON) return
    setBusy(true)
    setError(null)
    try {
      onRevealed(
        await unwrap(
          api.POST('/api/v1/customers/{customer_id}/reveal', {
            params: { path: { customer_id: customerId } },
            body: { field, reason: reason.trim() },
          }),
        ),
      )
    } catch (cause) {
      setError(cause)
      setBusy(false)
    }
  }

  return (
    <Dialog opened onClose={onClose} title={t('customers.revealTitle', { field: label })}>
      {known?.status === 429 ? (
        <Limited error={known} onReady={() => setError(null)} />
      ) : (
        <form onSubmit={(event) => void submit(event)}>
          <p className="muted" style={{ marginBottom: 12 }}>
            {t('customers.revealText')}
          </p>
          <Textarea
            label={t('customers.revealReason')}
            description={t('common.atLeast', { count: MIN_REASON })}
            placeholder={t('customers.revealPlaceholder')}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
            rows={2}
            maxLength={300}
            required
            withAsterisk={false}
            data-autofocus
            error={known && (known.fields.reason?.join(' ') ?? known.detail ?? known.title)}
          />
          <div style={{ display: 'flex', flexWrap: 'wrap', gap: 6, marginTop: 8 }}>
            {t('customers.revealReasons', { returnObjects: true }).map((each) => (
              <Button key={each} variant="light" color="gray" size="compact-xs" onClick={() => setReason(each)}>
                {each}
              </Button>
            ))}
          </div>
          {known && <RequestId id={known.requestId} />}
          <div style={{ display: 'flex', justifyContent: 'flex-end', gap: 8, marginTop: 20 }}>
            <Button variant="default" onClick={onClose}>
              {t('common.cancel')}
            </Button>
            <Button type="submit" loading={busy} disabled={reason.trim().length < MIN_REASON}>
              {t('customers.revealAction')}
            </Button>
          </div>
        </form>
      )}
    </Dialog>
  )
}
