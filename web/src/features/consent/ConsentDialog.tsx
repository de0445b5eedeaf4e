import { Checkbox, Select, Textarea } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

import { api, intentKey } from '~/api/client'
import { isApiError, unwrap } from '~/api/problem'
import { FormDialog } from '~/ui/FormDialog'
import { toastDone, toastProblem } from '~/ui/toast'
import { CAPTURED, type CapturedChannel, type Channel, CHANNELS, type CodeChannel, type CustomerConsent, type Method, renewConsents, type Verification } from './query'
import { Verify } from './Verify'
import classes from './consent.module.css'

interface Props {
  customerId: string
  purpose: CustomerConsent
  status: 'GRANTED' | 'WITHDRAWN'
  methods: readonly Method[]
  codeChannels: readonly CodeChannel[]
  /** One that this colleague made a moment ago and that still holds. */
  verification: Verification | null
  onVerification: (verification: Verification | null) => void
  onClose: () => void
}

const OVER = new Set(['verification_is_over', 'verification_not_found'])

/** What the customer says about one purpose: verified first, on the text in force, for all ways of writing or one. */
export function ConsentDialog({ customerId, purpose, status, methods, codeChannels, verification, onVerification, onClose }: Props) {
  const { t, i18n } = useTranslation()
  const client = useQueryClient()
  const [key] = useState(intentKey)
  const [channel, setChannel] = useState<Channel | null>(null)
  const [captured, setCaptured] = useState<CapturedChannel>('BRANCH')
  const [read, setRead] = useState(false)
  const [reason, setReason] = useState('')
  const [notes, setNotes] = useState('')
  const [tried, setTried] = useState(false)
  const grants = status === 'GRANTED'
  const verified = verification?.verified === true
  const save = useMutation({
    mutationFn: () =>
      unwrap(
        api.POST('/api/v1/customers/{customer_id}/consents', {
          params: { path: { customer_id: customerId } },
          headers: { 'Idempotency-Key': key },
          body: {
            verification_id: verification?.verification_id ?? '',
            consent_type: purpose.consent_type,
            status,
            channel,
            captured_channel: captured,
            wording_id: grants ? purpose.wording?.id : undefined,
            reason: reason.trim(),
            notes: notes.trim(),
          },
        }),
      ),
    onSuccess: (made) => {
      toastDone(t(`consent.saved.${made.waiting ? 'WAITING' : status}`))
      onClose()
    },
    onError: (error) => {
      // It ran out while the text was read out: the customer is verified once more. After any other refusal, who is verified stays so.
      if (isApiError(error) && OVER.has(error.code)) onVerification(null)
      toastProblem(error)
    },
    onSettled: () => renewConsents(client, customerId),
  })
  const touched = channel !== null || captured !== 'BRANCH' || read || reason !== '' || notes !== ''
  return (
    <FormDialog
      title={t(grants ? 'consent.grantTitle' : 'consent.withdrawTitle', { purpose: purpose.name })}
      text={t('consent.undo')}
      action={t('common.save')}
      dirty={touched && !save.isSuccess}
      busy={save.isPending}
      size={600}
      onClose={onClose}
      onSubmit={(event) => {
        event.preventDefault()
        setTried(true)
        if (verified && (!grants || read)) save.mutate()
      }}
    >
      <Verify customerId={customerId} methods={methods} codeChannels={codeChannels} verification={verification} missing={tried && !verified} onVerification={onVerification} />
      {grants && purpose.wording && (
        <div>
          <p className="muted" style={{ marginBottom: 6 }}>
            {t('consent.wording', { number: purpose.wording.number })}
          </p>
          <blockquote className={classes.wording}>{i18n.language === 'en' ? purpose.wording.text_en : purpose.wording.text_id}</blockquote>
          <Checkbox mt={8} label={t('consent.read')} checked={read} error={tried && !read ? t('consent.readFirst') : undefined} onChange={(event) => setRead(event.currentTarget.checked)} />
          {purpose.needs_approval && <p className="muted">{t('consent.needsApproval')}</p>}
        </div>
      )}
      <div className={classes.pair}>
        <Select
          label={t('consent.channel')}
          data={[{ value: '', label: t('consent.allChannels') }, ...CHANNELS.map((value) => ({ value, label: t(`consent.channels.${value}`) }))]}
          value={channel ?? ''}
          allowDeselect={false}
          onChange={(value) => setChannel((value || null) as Channel | null)}
        />
        <Select
          label={t('consent.captured')}
          data={CAPTURED.map((value) => ({ value, label: t(`consent.capturedNames.${value}`) }))}
          value={captured}
          allowDeselect={false}
          onChange={(value) => setCaptured(value as CapturedChannel)}
        />
      </div>
      {!grants && <Textarea label={t('consent.reason')} autosize minRows={1} maxLength={300} value={reason} onChange={(event) => setReason(event.currentTarget.value)} />}
      <Textarea label={t('consent.notes')} autosize minRows={2} maxRows={8} maxLength={1000} value={notes} onChange={(event) => setNotes(event.currentTarget.value)} />
    </FormDialog>
  )
}
